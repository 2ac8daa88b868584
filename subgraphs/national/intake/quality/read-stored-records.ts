import { type RawBuilder, sql } from 'kysely';
import type { AskTables, MappedRow } from '../quality-rule.ts';
import { columnOf, type CheckedKind } from './checked-kinds.ts';

type Stored = Readonly<Record<string, string | number | null>>;

const BATCH = 5_000;

/** Stored records of a kind as rules read them, by id and a batch at a time; with `since`, those of this day and later, or of no known day. */
export async function* readStoredRecords(ask: AskTables, kind: CheckedKind, since: string | null): AsyncIterable<MappedRow[]> {
  const day = sql.raw(columnOf(kind.day));
  const isAsked = since === null ? sql`1 = 1` : sql`(${day} is null or ${day} >= ${since})`;
  for (let last: string | number | null = null; ;) {
    const isBehind: RawBuilder<unknown> = last === null ? sql`1 = 1` : sql`id > ${last}`;
    const rows: readonly Stored[] = await ask(
      sql<Stored>`select * from ${sql.table(kind.table)} where ${isBehind} and ${isAsked} order by id limit ${sql.lit(BATCH)}`,
    );
    if (rows.length === 0) return;
    last = rows.at(-1)?.['id'] ?? null;
    yield rows.map((row) => ({ row: 0, values: asFields(row) }));
  }
}

const fieldNames = new Map<string, string>();

/** The values by field: `action_id` is read as `actionId`. */
function asFields(row: Stored): MappedRow['values'] {
  const values: Record<string, string | number | null> = {};
  for (const column in row) values[fieldOf(column)] = row[column] ?? null;
  return values;
}

function fieldOf(column: string): string {
  const known = fieldNames.get(column);
  if (known !== undefined) return known;
  const field = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  fieldNames.set(column, field);
  return field;
}
