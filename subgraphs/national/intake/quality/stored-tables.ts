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
  return {
    dialect,
    rows: sql`(select id as line, ${isChecked} as is_checked, ${owner} as owner, record.* from ${sql.table(table)} as record)`,
    ...peopleTables('id'),
  };
}

/** Persons, consents and donors as rules ask them: by `id` for stored records, by `source_key` for the rows of a file, which know keys alone. */
export function peopleTables(
  by: 'id' | 'source_key',
  source: string | null = null,
): Pick<CheckedTables, 'persons' | 'consents' | 'donors'> {
  const of = (table: string): RawBuilder<unknown> => (source === null ? sql`1 = 1` : sql`${sql.ref(`${table}.source`)} = ${source}`);
  const key = sql.raw(by);
  return {
    persons: sql`(select ${key} as owner, birth_date, joined_on, blocked, erased_at from record_person where ${of('record_person')})`,
    consents: sql`(select person.${key} as owner, record.given_by, record.given_at, record.expires_at, record.withdrawn_at
      from record_consent as record join record_person as person on person.id = record.person_id where ${of('person')})`,
    donors: sql`(select donor.${key} as owner, person.birth_date from record_donor as donor
      join record_person as person on person.source = donor.source and person.source_key = donor.source_key where ${of('person')})`,
  };
}
