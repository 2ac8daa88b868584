import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { whenFileEnds } from '../harness/cleanup.ts';
import { dropDatabases } from '../harness/databases.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { loadJointPrograms } from '../../subgraphs/hub/intake/load-joint-programs.ts';
import { migrations } from '../../subgraphs/hub/migrations/migrations.ts';
import { hubEntities, type HubTables } from '../../subgraphs/hub/tables.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';
import { databases } from '../national/open-history.ts';

/** What the hub heard of the countries, and what is of no answer. */
const OTHERS = new Set(['network_observation', 'last_known_copy', 'schema_migration', 'data_revision']);

describe.each(databases)('on $name', (kind) => {
  test('the load and every change of the hub’s own tables make another revision, and what it hears of countries makes none', async () => {
    const url = await kind.newUrl();
    if (url !== undefined) whenFileEnds(dropDatabases);
    const file = join(await temporaryFolder(), 'hub.sqlite');
    const database = await openDatabase<HubTables>({ entities: hubEntities, migrations, url, file });
    whenFileEnds(() => database.close());
    const mark = async () => (await sql<{ mark: string }>`select mark from data_revision`.execute(database.read)).rows[0]?.mark;
    const isRenewedBy = async (work: () => Promise<unknown>): Promise<boolean> => {
      const before = await mark();
      await work();
      return before !== (await mark());
    };
    const execute = (text: string) => database.write((entityManager) => entityManager.execute(text));
    const load = () => loadJointPrograms(database, new URL('../../subgraphs/hub/data/', import.meta.url));
    expect([await isRenewedBy(load), await isRenewedBy(load)]).toEqual([true, false]);
    const query =
      kind.name === 'SQLite'
        ? sql<{ name: string }>`select name from sqlite_schema where type = 'table' and name not like 'sqlite%'`
        : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`;
    const own = (await query.execute(database.read)).rows.map(({ name }) => name).filter((name) => !OTHERS.has(name));
    expect(own.toSorted()).toEqual(['joint_commitment', 'joint_program', 'joint_program_code', 'source']);
    for (const table of own) expect([table, await isRenewedBy(() => execute(`delete from ${table}`))]).toEqual([table, true]);
    const hear = () => execute(`insert into network_observation (country, observed_at) values ('KZ', '2026-03-01T00:00:00Z')`);
    expect(await isRenewedBy(hear)).toBe(false);
  });
});
