import type { RecordKind } from '../kinds/import-kind.ts';
import type { RecordPlan } from './plan-records.ts';
import { columnsAsJson, randomId } from './record-json.ts';
import { hasReferrers, STAGING, stagingColumn } from './record-sql.ts';
import type { Staging } from './staging.ts';

/**
 * Does what was planned, inside the caller's transaction: what changes or goes is kept as an image first, so that undoing finds it.
 * Shape   waiting rows, their source, number of the import
 */
export async function applyRecords(staging: Staging, source: string, importId: number, plan: RecordPlan): Promise<void> {
  const { session, kind, sql } = staging;
  const { table } = kind;
  const isPostgresql = session.kind === 'postgresql';
  const notErased = sql.isErased === '' ? '' : ` and not (${sql.isErased})`;
  await makeUnits(staging, source, importId);
  if (plan.changed > 0) {
    await session.run(imageOf(kind, importId, isPostgresql, `${sql.fromStaged} where ${sql.isChanged}${notErased}`));
    const joins = sql.fromStaged.replace(`from ${STAGING} as staged`, '').replace(/left join record_\w+ as present on .*$/, '');
    const sets = sql.filled.map(({ column, value }) =>
      column === 'blocked' ? `blocked = case when ${table}.blocked = 1 then 1 else ${value} end` : `${column} = ${value}`,
    );
    const erased = kind.isUnit ? ` and ${table}.erased_at is null` : '';
    const changed = sql.isChanged.replaceAll('present.', `${table}.`);
    await session.run(
      `update ${table} set ${sets.join(', ')} from ${STAGING} as staged ${joins} where ${table}.source = '${source}'
         and ${table}.source_key = staged.source_key and ${changed}${erased}`,
    );
  }
  if (plan.removed > 0) {
    const missing = `${sql.fromMissing}${hasReferrers(table) ? ' and referrer.id is null' : ''}`;
    await session.run(imageOf(kind, importId, isPostgresql, missing));
    await session.run(`delete from ${table} where id in (select present.id ${missing})`);
  }
  if (plan.new > 0) {
    const columns = sql.filled.map(({ column }) => column);
    const values = sql.filled.map(({ value }) => value);
    const from = plan.present === 0 ? `${sql.fromStagedNew} where 1 = 1` : `${sql.fromStaged} where present.source_key is null`;
    const skipErased = plan.erased === 0 ? '' : notErased;
    // With the plus SQLite sorts in one pass; it would else follow its index from row to row, anywhere in the table.
    const byKey = isPostgresql ? 'staged.source_key' : '+staged.source_key';
    const id = kind.isUnit ? ['id', randomId(isPostgresql)] : [];
    await session.run(
      `insert into ${table} (${[...id.slice(0, 1), 'source', 'source_key', 'imported_by', ...columns].join(', ')})
         select ${[...id.slice(1), `'${source}'`, 'staged.source_key', String(importId), ...values].join(', ')} ${from}${skipErased}
         order by ${byKey}`,
    );
  }
}

/** Units that are known by a key alone are added when a row first refers to them. */
async function makeUnits({ session, kind }: Staging, source: string, importId: number): Promise<void> {
  for (const field of kind.fields) {
    const { refersTo } = field;
    if (refersTo?.isMade !== true) continue;
    await session.run(
      `insert into ${refersTo.table} (id, source, source_key, imported_by)
         select ${randomId(session.kind === 'postgresql')}, '${source}', keys.source_key, ${importId}
         from (select distinct ${stagingColumn(field)} as source_key from ${STAGING}) as keys
         left join ${refersTo.table} as present on present.source = '${source}' and present.source_key = keys.source_key
         where present.id is null order by keys.source_key`,
    );
  }
}

function imageOf(kind: RecordKind, importId: number, isPostgresql: boolean, from: string): string {
  return `insert into record_image (import_id, table_name, source, source_key, columns)
    select ${importId}, '${kind.table}', present.source, present.source_key, ${columnsAsJson(kind, isPostgresql)} ${from}`;
}
