import type { RecordKind } from '../kinds/import-kind.ts';

/** All columns of a kind's table. */
export function columnsOf(kind: RecordKind): string[] {
  const filled = kind.fields.filter(({ name }) => name !== 'sourceKey').map((field) => field.refersTo?.column ?? field.column);
  return ['id', 'source', 'source_key', 'imported_by', ...(kind.isUnit ? ['erased_at'] : []), ...filled];
}

/** SQL: the row `present` as JSON text. */
export function columnsAsJson(kind: RecordKind, isPostgresql: boolean): string {
  const pairs = columnsOf(kind).map((column) => `'${column}', present.${column}`);
  return isPostgresql ? `json_build_object(${pairs.join(', ')})::text` : `json_object(${pairs.join(', ')})`;
}

/** SQL: a column out of JSON text, as it was put in. */
export function columnFromJson(json: string, column: string, type: string, isPostgresql: boolean): string {
  return isPostgresql ? `cast(${json}::json ->> '${column}' as ${type})` : `json_extract(${json}, '$.${column}')`;
}

const hex = (bytes: number): string => `lower(hex(randomblob(${bytes})))`;

/** SQL: a new id of version 4. */
export function randomId(isPostgresql: boolean): string {
  if (isPostgresql) return 'gen_random_uuid()::text';
  const variant = `substr('89ab', 1 + (random() & 3), 1)`;
  return `${hex(4)} || '-' || ${hex(2)} || '-4' || substr(${hex(2)}, 2) || '-' || ${variant} || substr(${hex(2)}, 2) || '-' || ${hex(6)}`;
}
