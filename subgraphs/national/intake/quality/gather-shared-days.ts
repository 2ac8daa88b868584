import { sql } from 'kysely';
import type { AskTables, CheckedTables } from '../quality-rule.ts';
import type { NumberList } from './number-list.ts';

/** Rows of one `insert`. */
const AT_ONCE = 5_000;

/**
 * Puts the rows of a file whose person has more than one on their day into a temporary table, together with the stored rows of those days. Grouping
 * a million rows would take longer than reading them; `candidates` are the few that came when their person and day may have come before.
 */
export async function gatherSharedDays(ask: AskTables, tables: CheckedTables, candidates: NumberList): Promise<CheckedTables> {
  const { rows, dialect } = tables;
  const text = sql.raw(dialect === 'postgresql' ? 'text collate "C"' : 'text');
  await ask(sql`create temporary table quality_line (line integer)`);
  await ask(sql`create temporary table quality_day (owner ${text}, date ${text})`);
  await ask(sql`create temporary table quality_shared (line integer, is_checked integer, owner ${text}, action_id ${text}, role ${text},
    date ${text}, minutes integer)`);
  for (const part of candidates.parts(AT_ONCE)) {
    await ask(sql`insert into quality_line (line) values ${sql.raw(part.map((line) => `(${line})`).join(', '))}`);
  }
  await ask(sql`insert into quality_day (owner, date) select distinct r.owner, r.date from quality_line as candidate
    join ${rows} as r on r.line = candidate.line where r.is_checked = 1`);
  const [staying] = await ask(sql<{ line: number }>`select line from ${rows} as r where is_checked = 0 limit 1`);
  if (staying !== undefined) {
    await ask(sql`insert into quality_day (owner, date) select distinct stays.owner, stays.date
      from (select owner, date from ${rows} as r where is_checked = 0) as stays
      join (select owner, date from ${rows} as r where is_checked = 1) as comes on comes.owner = stays.owner and comes.date = stays.date
      where not exists (select 1 from quality_day as known where known.owner = stays.owner and known.date = stays.date)`);
  }
  await ask(sql`create index quality_day_by_owner on quality_day (owner, date)`);
  // In this order: each row of the file looks for its day. The other way round SQLite would make an index of all rows first.
  await ask(sql`insert into quality_shared select r.line, r.is_checked, r.owner, r.action_id, r.role, r.date, r.minutes
    from ${rows} as r cross join quality_day as shared where shared.owner = r.owner and shared.date = r.date`);
  return { ...tables, sharedDays: sql`quality_shared` };
}
