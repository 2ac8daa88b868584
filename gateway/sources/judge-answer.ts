import { isRecord } from '../../http/is-record.ts';
import { isClientErrorCode } from '../errors.ts';
import type { CheckData } from './compile-check.ts';
import type { Answer, Failure, SubgraphError } from './outcome.ts';
import type { RawAnswer } from './receive-answer.ts';

/** Codes by which a subgraph says that our sub-query does not fit its schema: its contract is older than the supergraph. */
const OLD_CONTRACT = new Set(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']);

/**
 * Decides whether a body is an answer to the sub-query that `check` was compiled for.
 * Shape   body, check, type names of the entities asked for -> data and errors, or COUNTRY_BAD_ANSWER
 * Errors  none thrown
 * Source  GraphQL specification, 7.1 "Response format"
 */
export function judgeAnswer(raw: RawAnswer, check: CheckData, entityTypes: readonly string[]): Answer | Failure {
  const body = parseJson(raw.text);
  if (!isRecord(body)) return bad('no JSON object');
  const errors = body['errors'] === undefined || body['errors'] === null ? [] : readErrors(body['errors']);
  if (errors === null) return bad('errors of another shape');
  const data = body['data'] ?? null;
  if (data === null) {
    if (errors.length === 0) return bad('neither data nor errors');
    const isClients = errors.every(({ code }) => isClientErrorCode(code));
    const isOldContract = errors.some(({ code }) => typeof code === 'string' && OLD_CONTRACT.has(code));
    return (raw.status === 400 || isOldContract) && !isClients
      ? { ...bad('our query was refused'), says: 'WORKS' }
      : { data: null, errors, revisions: undefined };
  }
  if (raw.status !== 200 || !isRecord(data)) return bad(raw.status === 200 ? 'data is no object' : `data under status ${raw.status}`);
  const fault = check(data, entityTypes);
  return fault === null ? { data, errors, revisions: raw.revisions } : bad(fault);
}

function bad(reason: string): Failure {
  return { failed: 'COUNTRY_BAD_ANSWER', reason };
}

function readErrors(errors: unknown): SubgraphError[] | null {
  if (!Array.isArray(errors)) return null;
  const read: SubgraphError[] = [];
  for (const error of errors as unknown[]) {
    if (!isRecord(error)) return null;
    const extensions = isRecord(error['extensions']) ? error['extensions'] : {};
    const { code, country, details } = extensions;
    read.push({ path: Array.isArray(error['path']) ? error['path'] : null, code, country, details });
  }
  return read;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
