import { isRecord } from '../http/is-record.ts';
import { gatewayErrors, type ClientErrorCode, type FailureCode } from './errors.ts';
import { fillSentence } from './fill-sentence.ts';

/** What the client sent, as text: a value that is not in it is not the client's, and is not repeated. */
export interface SentText {
  readonly query: string;
  readonly variables: string;
}

const MAX_VALUE_CHARACTERS = 100;
const MAX_ACCEPTED = 100;
const ACCEPTED = /^[\p{L}\p{N} _.:/?~%+-]{1,60}$/u;
const LIST = /^[A-Za-z ]{1,40}$/;

/**
 * The sentence of a client's error, rebuilt here: a subgraph gives a code and details, and only details that pass a check are said.
 * Shape   code, details as a subgraph sent them, what the client sent -> one sentence
 * Errors  none: a detail that fails its check is replaced by a plain word
 * Source  schema/ERRORS.md; subgraphs/contract has the same sentences
 */
export function clientSentence(code: ClientErrorCode, details: unknown, sent: SentText): string {
  const { value, accepted, max, list } = isRecord(details) ? details : {};
  const named = Array.isArray(accepted)
    ? accepted.slice(0, MAX_ACCEPTED).filter((item) => typeof item === 'string' && ACCEPTED.test(item))
    : [];
  return fillSentence(gatewayErrors[code].message, {
    value: wasSent(value, sent) ? String(value) : 'The value',
    accepted: named.length > 0 ? named.join(', ') : 'see the schema',
    max: typeof max === 'number' && Number.isFinite(max) ? String(max) : 'a limited number of',
    list: typeof list === 'string' && LIST.test(list) ? list : 'this list',
  });
}

/** The sentence for a missing part; `country` is null when a subgraph that is no country failed. */
export function failureSentence(code: FailureCode, country: string | null): string {
  return fillSentence(gatewayErrors[code].message, { country: country ?? 'A source' });
}

function wasSent(value: unknown, { query, variables }: SentText): value is string | number {
  if (typeof value === 'number' && Number.isFinite(value)) return query.includes(String(value)) || variables.includes(String(value));
  if (typeof value !== 'string' || value === '' || value.length > MAX_VALUE_CHARACTERS) return false;
  const escaped = JSON.stringify(value).slice(1, -1);
  return query.includes(value) || query.includes(escaped) || variables.includes(escaped);
}
