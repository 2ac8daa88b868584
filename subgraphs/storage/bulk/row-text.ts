import type { BulkValue } from './bulk-session.ts';

/** What a value may not hold as it is. */
const SPECIAL = /[\\\n\r\t]/;
const EACH_SPECIAL = /[\\\n\r\t]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

export const BETWEEN_VALUES = '\t';

/**
 * A value as it stands in the text of a row: tabs part values, a line feed ends the row, `\N` is null.
 * Source  PostgreSQL, COPY, "Text Format"
 */
export function valueText(value: BulkValue | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  return SPECIAL.test(value) ? value.replace(EACH_SPECIAL, (letter) => ESCAPED[letter] ?? letter) : value;
}
