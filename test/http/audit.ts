import { auditServer } from 'graphql-http';

/**
 * What the public audit of GraphQL over HTTP says of a running server.
 * Shape   counts of the 61 audits, and one line for each that did not pass
 */
export interface AuditReport {
  readonly ok: number;
  readonly notes: number;
  readonly warnings: number;
  readonly errors: number;
  readonly failures: readonly string[];
}

export async function auditGraphqlOverHttp(url: string): Promise<AuditReport> {
  const results = await auditServer({ url });
  const count = (status: string) => results.filter((result) => result.status === status).length;
  const failures = results.flatMap((result) => (result.status === 'ok' ? [] : [`${result.id} ${result.name}: ${result.reason}`]));
  return { ok: count('ok'), notes: count('notice'), warnings: count('warn'), errors: count('error'), failures };
}
