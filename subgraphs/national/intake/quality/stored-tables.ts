import { type RawBuilder, sql } from 'kysely';
import type { CheckedTables } from '../quality-rule.ts';
import { columnOf, type CheckedKind } from './checked-kinds.ts';

/** The column of a record that says whose it is. */
const OWNERS: Readonly<Record<string, string>> = {
  record_person: 'id',
  record_consent: 'person_id',
  record_membership: 'person_id',
  record_participation: 'person_id',
  record_training: 'person_id',
  record_help_request: 'requester_id',
  record_donation: 'donor_id',
};

/**
 * The stored records of a kind as rules ask them; `line` is the record's id.
 * Shape   dialect, kind, first day of the rows that are asked about (null: all) -> tables
 */
export function storedTables(dialect: CheckedTables['dialect'], { table, day: field }: CheckedKind, since: string | null): CheckedTables {
  const day = sql.raw(columnOf(field));
  // A row without a day may be of any time.
  const isChecked = since === null ? sql`1` : sql`case when ${day} is null or ${day} >= ${since} then 1 else 0 end`;
  const owner = sql.raw(OWNERS[table] ?? 'null');
  const rows = sql`(select id as line, ${isChecked} as is_checked, ${owner} as owner, record.* from ${sql.table(table)} as record)`;
  return {
    dialect,
    rows,
    persons: sql`(select id, id as owner, birth_date, joined_on, blocked, erased_at from record_person)`,
    donors: sql`(select donor.id as owner, person.birth_date from record_donor as donor
      join record_person as person on person.source = donor.source and person.source_key = donor.source_key)`,
  };
}

/** Persons and donors of a source by their keys, for rows of a file, which know nobody's id; a donor's key may be a person's. */
export function peopleOfSource(source: string): Pick<CheckedTables, 'persons' | 'donors'> {
  const persons = sql`(select id, source_key as owner, birth_date, joined_on, blocked, erased_at from record_person where source = ${source})`;
  return { persons, donors: persons };
}

/** Those of the rows whose owner has more than one on their date. */
export function sharedDaysOf({ rows, sharedDays }: CheckedTables): RawBuilder<unknown> {
  return (
    sharedDays ??
    sql`(select shared.* from ${rows} as shared
    join (select owner, date from ${rows} as counted group by owner, date having count(*) > 1) as several
      on several.owner = shared.owner and several.date = shared.date)`
  );
}
