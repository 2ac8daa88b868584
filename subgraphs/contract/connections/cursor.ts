import { hash } from 'node:crypto';
import { contractError } from '../errors.ts';

/** Where a page ended: the sort key of its last row, and the row. */
export interface Position {
  readonly key: string | number;
  readonly id: string;
}

/** What a cursor belongs to: the list, its order and its filter. A cursor of another list is refused. */
export interface ListIdentity {
  readonly list: string;
  readonly order: string;
  readonly filter: unknown;
}

/** Writes a position as an opaque cursor. */
export function writeCursor(identity: ListIdentity, { key, id }: Position): string {
  return Buffer.from(JSON.stringify([fingerprint(identity), key, id])).toString('base64url');
}

/**
 * Reads a cursor back.
 * Errors  CURSOR_INVALID when it is no cursor, or one of another list, order or filter
 */
export function readCursor(identity: ListIdentity, cursor: string): Position {
  const parts = parseParts(cursor);
  const [mark, key, id] = parts;
  if (
    parts.length !== 3 ||
    mark !== fingerprint(identity) ||
    (typeof key !== 'string' && typeof key !== 'number') ||
    typeof id !== 'string'
  ) {
    throw contractError('CURSOR_INVALID');
  }
  return { key, id };
}

function parseParts(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** A page writes a cursor for each of its rows, all of one list. */
const fingerprints = new WeakMap<ListIdentity, string>();

function fingerprint(identity: ListIdentity): string {
  let known = fingerprints.get(identity);
  if (known === undefined) {
    const { list, order, filter } = identity;
    const text = JSON.stringify([list, order, sorted(filter)]);
    fingerprints.set(identity, (known = hash('sha256', text, 'base64url').slice(0, 8)));
  }
  return known;
}

/** The filter with its keys in one order and without what was not asked, so that equal questions have equal cursors. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
