import { type ListIdentity, readCursor, writeCursor } from '../../contract/connections/cursor.ts';
import { contractError } from '../../contract/errors.ts';
import type { Positions } from '../merge/merge-pages.ts';

/** Writes the positions of all owners as one opaque cursor, bound to the list, its order and its filter. */
export function writeMergedCursor(identity: ListIdentity, positions: Positions): string {
  return writeCursor(identity, { key: JSON.stringify(Object.fromEntries(positions)), id: '' });
}

/**
 * Reads the positions back; an owner that joined since is read from its beginning.
 * Errors  CURSOR_INVALID when it is no cursor, or one of another list, order or filter
 */
export function readMergedCursor(identity: ListIdentity, cursor: string | null | undefined): Positions {
  if (cursor == null) return new Map();
  const { key } = readCursor(identity, cursor);
  const positions = parseRecord(String(key));
  if (positions === null) throw contractError('CURSOR_INVALID');
  return new Map(positions);
}

function parseRecord(text: string): [string, string][] | null {
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
    return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string') ? entries : null;
  } catch {
    return null;
  }
}
