import type { Kysely } from 'kysely';
import type { QualityArguments } from '../../../../contract/arguments/quality-arguments.ts';
import { assertPageSize } from '../../../../contract/connections/page-size.ts';
import { contractError } from '../../../../contract/errors.ts';
import { QualityReport } from '../../../../contract/values/quality-report.ts';
import { QualityRule } from '../../../../contract/values/quality-rule.ts';
import { type Selection, selectedBelow } from '../../../../serving/selection.ts';
import type { RequestContext } from '../../../access/request-context.ts';
import { qualityRules } from '../quality-rules.ts';
import type { QualityTables } from './quality-tables.ts';
import { readDeliveries } from './read-deliveries.ts';
import { readFindings } from './read-findings.ts';

interface Check {
  readonly id: number;
  readonly checked_at: string;
  readonly occasion: string;
  readonly since: string | null;
  readonly rules: string;
  readonly rows_checked: number;
}

/**
 * The latest check of an occasion, with a page of its findings; null when none was made.
 * Errors  PAGE_TOO_LARGE, CURSOR_INVALID, CODE_UNKNOWN for a rule that is none
 */
export async function readReport(query: QualityArguments, selection: Selection, context: RequestContext): Promise<QualityReport | null> {
  const codes = qualityRules.map(({ code }) => code);
  if (query.rule != null && !codes.includes(query.rule)) {
    throw contractError('CODE_UNKNOWN', { value: query.rule, list: 'rules of quality', accepted: codes });
  }
  assertPageSize(query.first);
  const tables = context.database as unknown as Kysely<QualityTables>;
  const check = await tables
    .selectFrom('quality_check')
    .selectAll()
    .where('occasion', '=', query.occasion)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (check === undefined) return null;
  const [rules, findings, deliveries] = await Promise.all([
    selection.has('rules') ? readRules(tables, check) : null,
    selection.has('findings') ? readFindings(tables, check.id, query, selectedBelow(selection, 'findings'), context) : null,
    selection.has('deliveries') && check.occasion === 'CHECK'
      ? readDeliveries(tables, check.id, selectedBelow(selection, 'deliveries'), context)
      : null,
  ]);
  const { checked_at: checkedAt, occasion, since, rows_checked: rowsChecked } = check;
  return Object.assign(new QualityReport(), { checkedAt, occasion, since, rowsChecked, rules, findings, deliveries });
}

async function readRules(tables: Kysely<QualityTables>, check: Check): Promise<QualityRule[]> {
  const counted = await tables
    .selectFrom('quality_finding')
    .select(['rule', ({ fn }) => fn.sum<number | string>('count').as('findings')])
    .where('check_id', '=', check.id)
    .groupBy('rule')
    .execute();
  const findings = new Map(counted.map((row) => [row.rule, Number(row.findings)]));
  const run = new Set(JSON.parse(check.rules) as string[]);
  return qualityRules
    .filter(({ code }) => run.has(code))
    .map(({ code, family, severity, finds }) =>
      Object.assign(new QualityRule(), { code, family, severity, finds, findings: findings.get(code) ?? 0 }),
    );
}
