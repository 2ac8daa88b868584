import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { importFiles } from '../../../cli/synth/import-files.ts';
import { openIntake } from '../../../subgraphs/national/intake/import/open-intake.ts';
import { readWorld } from '../../../subgraphs/national/synth/read-world.ts';
import { recordMakers } from '../../../subgraphs/national/synth/records/record-makers.ts';
import { readSynthProfile } from '../../../subgraphs/national/synth/synth-profile.ts';
import type { SynthRow } from '../../../subgraphs/national/synth/synth-world.ts';
import { writeSyntheticFiles } from '../../../subgraphs/national/synth/write-synthetic-files.ts';
import type { Network } from '../../../subgraphs/national/network.ts';
import { whenFileEnds } from '../../harness/cleanup.ts';
import { dropDatabases, hasPostgresql, postgresql, sqlite } from '../../harness/databases.ts';
import { FROZEN_NOW } from '../../harness/open-door.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';
import { networks, period } from './made-world.ts';

const request = { persons: 150, seed: 3, ...period };

/** The rows that a network's files say, before they were written. */
async function rowsOf(network: Network): Promise<Record<string, SynthRow[]>> {
  const profile = await readSynthProfile(new URL('../synth.yaml', network.dataFolder));
  const { world } = await readWorld(network, profile, request);
  const rows = recordMakers.map((maker) => [
    maker.kind,
    Array.from({ length: maker.unitsOf(world) }, (_, unit) => [...maker.make(world, unit)]).flat(),
  ]);
  return Object.fromEntries(rows) as Record<string, SynthRow[]>;
}

const countBy = (rows: readonly SynthRow[], field: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1;
  return counts;
};

for (const database of [sqlite, postgresql]) {
  // Skipped only where no PostgreSQL answers; the name then says so.
  const describeHere = database === sqlite || hasPostgresql ? describe : describe.skip;
  describeHere(`on ${database.name}`, () => {
    test.each(networks)('intake takes every row of the files of %s, once, and stores what they say', async (_, network) => {
      whenFileEnds(dropDatabases);
      const dataFolder = await temporaryFolder();
      const place = { network, databaseUrl: await database.newUrl(), dataFolder, now: () => FROZEN_NOW };
      const files = await writeSyntheticFiles(network, { folder: dataFolder, ...request });
      const reports = await importFiles(place, files);
      expect(reports.map(({ kind, counts }) => ({ kind, new: counts.new, rejected: counts.rejected, repeated: counts.repeated }))).toEqual(
        files.map(({ kind, rows }) => ({ kind, new: rows, rejected: 0, repeated: 0 })),
      );
      const [again] = await importFiles(place, files.slice(0, 1));
      expect(again?.counts).toMatchObject({ new: 0, changed: 0, removed: 0 });

      const said = await rowsOf(network);
      const intake = await openIntake(place);
      const ask = async (question: string): Promise<Record<string, unknown>[]> =>
        (await sql.raw(question).execute(intake.database.read)).rows as Record<string, unknown>[];
      const counted = async (table: string, column: string) =>
        Object.fromEntries(
          (await ask(`select ${column} as value, count(*) as rows from ${table} group by ${column}`)).map(({ value, rows }) => [
            String(value),
            Number(rows),
          ]),
        );
      expect(await counted('record_person', 'region_id')).toEqual(countBy(said['persons'] ?? [], 'regionId'));
      expect(await counted('record_person', 'sex')).toEqual(countBy(said['persons'] ?? [], 'sex'));
      expect(await counted('record_person', 'blocked')).toEqual(countBy(said['persons'] ?? [], 'blocked'));
      expect(await counted('record_participation', 'role')).toEqual(countBy(said['participations'] ?? [], 'role'));
      expect(await counted('record_participation', 'minutes')).toEqual(countBy(said['participations'] ?? [], 'minutes'));
      expect(await counted('record_membership', 'organization_id')).toEqual(countBy(said['memberships'] ?? [], 'organizationId'));
      expect(await counted('record_training', 'course')).toEqual(countBy(said['trainings'] ?? [], 'course'));
      expect(await counted('record_donation', 'amount')).toEqual(countBy(said['donations'] ?? [], 'amount'));
      const days = (rows: readonly SynthRow[], field: string) =>
        Object.fromEntries(
          Object.entries(countBy(rows, field)).map(([day, count]) => [
            day === 'null' ? day : new Date(Number(day) * 86_400_000).toISOString().slice(0, 10),
            count,
          ]),
        );
      expect(await counted('record_person', 'birth_date')).toEqual(days(said['persons'] ?? [], 'birthDate'));
      expect(await counted('record_participation', 'date')).toEqual(days(said['participations'] ?? [], 'date'));
      await intake.close();
    });
  });
}

test('of every row that came in it is known that it was made up', async () => {
  const [, network] = networks[0];
  const dataFolder = await temporaryFolder();
  const place = { network, databaseUrl: undefined, dataFolder, now: () => FROZEN_NOW };
  await importFiles(place, await writeSyntheticFiles(network, { folder: dataFolder, ...request }));
  const intake = await openIntake(place);
  for (const table of [
    'person',
    'requester',
    'donor',
    'consent',
    'membership',
    'participation',
    'training',
    'help_request',
    'search_case',
    'donation',
  ]) {
    const { rows } = await sql
      .raw<{ all_rows: number; marked: number }>(`select count(*) as all_rows, sum(source_key like 'SYN-%') as marked from record_${table}`)
      .execute(intake.database.read);
    expect({ table, ...rows[0] }).toEqual({ table, all_rows: expect.any(Number), marked: rows[0]?.all_rows });
    expect(rows[0]?.all_rows).toBeGreaterThan(0);
  }
  await intake.close();
});
