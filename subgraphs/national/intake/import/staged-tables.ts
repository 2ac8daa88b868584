import { type RawBuilder, sql } from 'kysely';
import type { CheckedTables } from '../quality-rule.ts';
import { peopleOfSource } from '../quality/stored-tables.ts';
import { STAGING, stagingColumn } from './record-sql.ts';
import type { Staging } from './staging.ts';

/**
 * The waiting rows as rules ask them; whose they are is told by key, since nobody has an id yet. `isIncremental`: what is there and not in the file
 * stays, and stands beside them.
 */
export function stagedTables(staging: Staging, source: string, isIncremental: boolean): CheckedTables {
  const { session, kind } = staging;
  const owning = kind.fields.find(({ refersTo }) => refersTo !== undefined);
  const owner = owning === undefined ? (kind.isUnit ? sql`staged.source_key` : sql`null`) : sql.ref(`staged.${stagingColumn(owning)}`);
  const waiting = sql`select staged.row_no as line, 1 as is_checked, ${owner} as owner, staged.* from ${sql.table(STAGING)} as staged`;
  return {
    dialect: session.kind,
    rows: isIncremental ? sql`(${waiting} union all ${stayingRows(staging, source)})` : sql`(${waiting})`,
    ...peopleOfSource(source),
  };
}

/** Stored rows that the file does not name, in the columns of the waiting ones. */
function stayingRows({ kind }: Staging, source: string): RawBuilder<unknown> {
  const owning = kind.fields.find(({ refersTo }) => refersTo !== undefined)?.refersTo;
  const columns = kind.fields.map((field) => (field.refersTo === undefined ? sql.ref(`present.${field.column}`) : sql`unit.source_key`));
  const owner = owning === undefined ? (kind.isUnit ? sql`present.source_key` : sql`null`) : sql`unit.source_key`;
  const unit =
    owning === undefined ? sql`` : sql`join ${sql.table(owning.table)} as unit on unit.id = ${sql.ref(`present.${owning.column}`)}`;
  return sql`select 0 as line, 0 as is_checked, ${owner} as owner, 0 as row_no, ${sql.join(columns)} from ${sql.table(kind.table)} as present ${unit}
    left join ${sql.table(STAGING)} as staged on staged.source_key = present.source_key
    where present.source = ${source} and staged.source_key is null`;
}
