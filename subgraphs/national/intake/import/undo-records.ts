import type { SqlEntityManager } from '@mikro-orm/sql';
import type { RecordKind } from '../kinds/import-kind.ts';
import { columnFromJson, columnsOf } from './record-json.ts';

const WHOLE = new Set(['minutes', 'count', 'flag']);

/**
 * Takes one import of records back, inside the caller's transaction; it must be the newest that stands. Rows that it brought go, rows that it
 * changed or removed are what they were.
 */
export async function undoRecords(
  entityManager: SqlEntityManager,
  database: 'sqlite' | 'postgresql',
  kind: RecordKind,
  importId: number,
): Promise<void> {
  const isPostgresql = database === 'postgresql';
  const { table } = kind;
  await entityManager.execute(`delete from ${table} where imported_by = ${importId}`);
  // The image is the whole row: the changed one makes room for it.
  const images = `from record_image as image where image.import_id = ${importId} and image.table_name = '${table}'`;
  await entityManager.execute(
    `delete from ${table} where exists (select 1 ${images} and image.source = ${table}.source and image.source_key = ${table}.source_key)`,
  );
  const columns = columnsOf(kind);
  const typeOf = (column: string): string => {
    if (column === 'id' && !kind.isUnit) return 'bigint';
    if (column === 'imported_by') return 'integer';
    const field = kind.fields.find((candidate) => candidate.column === column);
    if (field === undefined || !isPostgresql) return 'text';
    return WHOLE.has(field.type) ? 'integer' : field.type === 'amount' ? 'double precision' : 'text';
  };
  const values = columns.map((column) => columnFromJson('image.columns', column, typeOf(column), isPostgresql));
  await entityManager.execute(`insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} ${images}`);
  for (const { refersTo } of kind.fields) {
    if (refersTo?.isMade === true) await entityManager.execute(`delete from ${refersTo.table} where imported_by = ${importId}`);
  }
  await entityManager.execute(`delete from record_image where import_id = ${importId}`);
}
