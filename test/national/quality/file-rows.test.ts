import { type Kysely, sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { askTables } from '../../../subgraphs/national/intake/quality/ask-tables.ts';
import { FindingCollector } from '../../../subgraphs/national/intake/quality/finding.ts';
import { RunningCheck } from '../../../subgraphs/national/intake/quality/running-check.ts';
import { peopleOfSource } from '../../../subgraphs/national/intake/quality/stored-tables.ts';
import { databases } from '../open-history.ts';
import { contextOf } from './known-samples.ts';
import { type OpenRecords, openRecords } from './open-records.ts';
import { person, worked } from './table-samples.ts';

interface FileRow {
  readonly key: string;
  readonly person: string;
  readonly date?: string;
  readonly minutes?: number;
  readonly role?: string;
}

/** What the session of one import makes and leaves behind. */
const TEMPORARY = ['waiting', 'quality_line', 'quality_day', 'quality_shared'];

describe.each(databases)('rows of a file, on $name', (kind) => {
  let records: OpenRecords;
  beforeAll(async () => {
    records = await openRecords(kind);
  });
  beforeEach(() => records.clear());

  /** Checks rows that wait in a temporary table, as an import does, beside the stored ones of the same source. */
  const check = (rows: readonly FileRow[]) =>
    records.database.write(async (entityManager) => {
      const tables = entityManager.getKysely() as unknown as Kysely<never>;
      for (const table of TEMPORARY) await sql`drop table if exists ${sql.table(table)}`.execute(tables);
      const text = sql.raw(records.database.kind === 'sqlite' ? 'text' : 'text collate "C"');
      await sql`create temporary table waiting (row_no integer, source_key ${text}, person_key ${text}, action_id ${text}, role ${text}, date ${text}, minutes integer)`.execute(
        tables,
      );
      const collector = new FindingCollector();
      const units = { regionalUnits: [], unitOf: (id: string | null) => id };
      const running = new RunningCheck({ context: contextOf('participations'), units, collector });
      const found = [];
      for (const [index, { key, person: personKey, date = '2024-05-01', minutes = 90, role = null }] of rows.entries()) {
        const values = { sourceKey: key, personKey, actionId: 'kz:action:forum-2', role, date, minutes };
        found.push(...running.checkRow({ row: index + 2, values }));
        running.noteSharedDay({ row: index + 2, values });
        await sql`insert into waiting values (${index + 2}, ${key}, ${personKey}, ${values.actionId}, ${role}, ${date}, ${minutes})`.execute(
          tables,
        );
      }
      const waits = sql`select row_no as line, 1 as is_checked, person_key as owner, action_id, role, date, minutes from waiting`;
      const stays = sql`select 0 as line, 0 as is_checked, unit.source_key as owner, present.action_id, present.role, present.date, present.minutes
        from record_participation as present join record_person as unit on unit.id = present.person_id
        left join waiting on waiting.source_key = present.source_key where present.source = ${'registry'} and waiting.source_key is null`;
      const { kind: dialect } = records.database;
      found.push(
        ...(await running.checkTables(askTables(tables), {
          dialect,
          rows: sql`(${waits} union all ${stays})`,
          ...peopleOfSource('registry'),
        })),
      );
      return found.map(({ row, rule, field }) => [row, rule, field]).filter(([, rule]) => rule !== 'ACTION_UNKNOWN');
    });
  const known = person('a', { source_key: 'v-1' });

  test('every row of a day that is too long is named, and no other', async () => {
    await records.store([known]);
    const rows = [
      { key: '1', person: 'v-1', minutes: 500 },
      { key: '2', person: 'v-1', minutes: 461, role: 'driver' },
      { key: '3', person: 'v-1', minutes: 900, date: '2024-05-02' },
      { key: '4', person: 'v-1', minutes: 60, date: '2024-05-03' },
      { key: '5', person: 'v-1', minutes: 70, date: '2024-05-03' },
    ];
    expect(await check(rows)).toEqual([
      [2, 'MINUTES_PER_DAY', 'minutes'],
      [3, 'MINUTES_PER_DAY', 'minutes'],
    ]);
  });

  test('what is stored and not in the file counts, what the file says anew does not count twice', async () => {
    await records.store([
      known,
      worked('a', { source_key: 'old', minutes: 900 }),
      worked('a', { source_key: 'again', date: '2024-06-01', minutes: 900 }),
    ]);
    expect(
      await check([
        { key: 'new', person: 'v-1', minutes: 61 },
        { key: 'again', person: 'v-1', date: '2024-06-01', minutes: 900 },
      ]),
    ).toEqual([[2, 'MINUTES_PER_DAY', 'minutes']]);
  });

  test('the second of two equal rows is the duplicate, and the row of a file when the other is stored', async () => {
    await records.store([known, worked('a', { source_key: 'old', date: '2024-06-01', action_id: 'kz:action:forum-2' })]);
    const rows = [
      { key: '1', person: 'v-1' },
      { key: '2', person: 'v-1' },
      { key: '3', person: 'v-1', date: '2024-06-01' },
    ];
    expect(await check(rows)).toEqual([
      [3, 'PARTICIPATION_DUPLICATE', 'sourceKey'],
      [4, 'PARTICIPATION_DUPLICATE', 'sourceKey'],
    ]);
  });

  test('ages and unknown persons are asked by the keys of the file', async () => {
    await records.store([known, person('b', { source_key: 'v-2', birth_date: '2019-01-01', joined_on: null })]);
    const rows = [
      { key: '1', person: 'v-1' },
      { key: '2', person: 'v-2' },
      { key: '3', person: 'v-3' },
    ];
    expect(await check(rows)).toEqual([
      [3, 'PARTICIPATION_AGE', 'date'],
      [4, 'PERSON_UNKNOWN', 'personKey'],
    ]);
  });
});
