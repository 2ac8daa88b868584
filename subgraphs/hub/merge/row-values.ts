/** A row as a country's door answers it: values stand under response keys. */
export type Row = Readonly<Record<string, unknown>>;

/** A text. Null: absent, not answered, or something else than a text. */
export function textAt(row: Row, key: string): string | null {
  const value = row[key];
  return typeof value === 'string' ? value : null;
}

export function numberAt(row: Row, key: string): number | null {
  const value = row[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function flagAt(row: Row, key: string): boolean | null {
  const value = row[key];
  return typeof value === 'boolean' ? value : null;
}

/** The texts of a list. Empty: none, or not answered. */
export function textsAt(row: Row, key: string): string[] {
  const value = row[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A row inside the row. Null: absent or not answered. */
export function rowAt(row: Row, key: string): Row | null {
  const value = row[key];
  return isRow(value) ? value : null;
}

/** The rows of a list. Empty: none, or not answered. */
export function rowsAt(row: Row, key: string): Row[] {
  const value = row[key];
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/**
 * The id of a row.
 * Errors  an Error when there is none: ids are never null, so the query did not select what this reader reads
 */
export function idAt(row: Row, key: string): string {
  const id = textAt(row, key);
  if (id === null) throw new Error(`the row has no ${key}: its query did not select the fields of its reader`);
  return id;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
