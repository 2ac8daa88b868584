import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { journalEntities, type JournalTables } from '../../../../subgraphs/national/intake/import/journal.ts';
import { migrations } from '../../../../subgraphs/national/migrations/migrations.ts';
import { openDatabase } from '../../../../subgraphs/storage/open-database.ts';
import { whenFileEnds } from '../../../harness/cleanup.ts';
import { dropDatabases } from '../../../harness/databases.ts';
import { temporaryFolder } from '../../../harness/temporary-folder.ts';
import { databases } from '../../open-history.ts';
import { type OpenImport, openImport } from './open-import.ts';

const PERSONS = ['sourceKey', 'P1'];
const COUNCIL = 'xa:organization:council';

describe.each(databases)('on $name', (kind) => {
  let network: OpenImport;
  beforeEach(async () => {
    network = await openImport(kind);
  });
  afterEach(() => network.close());

  const bringMinutes = (minutes: number) =>
    network.bring('participations', ['sourceKey,personKey,date,minutes', `a,P1,2024-05-01,${minutes}`]);
  const standing = async () => (await network.journal()).filter(({ outcome }) => outcome === 'COMMITTED').map(({ id }) => id);

  test('what is no longer kept is not undone, however many later imports were', async () => {
    await network.bring('persons', PERSONS);
    const hashes = new Map<number, string>();
    for (const id of [2, 3, 4, 5, 6, 7]) {
      hashes.set(id, await network.hash());
      await bringMinutes(id);
    }
    expect((await network.undo(6)).entries.map(({ id }) => id)).toEqual([7, 6]);
    expect(await network.hash()).toBe(hashes.get(6));
    await expect(network.undo(2)).rejects.toMatchObject({
      code: 'IMPORT_TOO_OLD',
      message: expect.stringContaining('accepted: 5, 4, 3'),
    });
    await expect(network.undo(9)).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN', message: expect.stringMatching(/accepted: 5, 4, 3$/) });
    expect(await standing()).toEqual([5, 4, 3, 2, 1]);
    expect(await network.hash()).toBe(hashes.get(6));
    expect((await network.undo(3)).entries.map(({ id }) => id)).toEqual([5, 4, 3]);
    expect(await network.hash()).toBe(hashes.get(3));
    await expect(network.undo(1)).rejects.toMatchObject({ code: 'IMPORT_TOO_OLD', message: expect.stringMatching(/accepted: none$/) });
  });

  test('an import after an undoing can be undone with those that are kept', async () => {
    await network.bring('persons', PERSONS);
    for (const minutes of [2, 3, 4, 5, 6, 7]) await bringMinutes(minutes);
    await network.undo(6);
    const before = await network.hash();
    await bringMinutes(8);
    await expect(network.undo(2)).rejects.toMatchObject({ message: expect.stringContaining('accepted: 8, 5, 4, 3') });
    await network.undo(8);
    expect(await network.hash()).toBe(before);
  });

  test('other names that are no longer kept are not undone either', async () => {
    const hashes = new Map<number, string>();
    for (const id of [1, 2, 3, 4, 5, 6, 7]) {
      hashes.set(id, await network.hash());
      await network.bring('names', ['subject,alias,basis', `${COUNCIL},Council ${id},STATED`]);
    }
    await network.undo(6);
    await expect(network.undo(2)).rejects.toMatchObject({
      code: 'IMPORT_TOO_OLD',
      message: expect.stringContaining('accepted: 5, 4, 3'),
    });
    await network.undo(3);
    expect(await network.hash()).toBe(hashes.get(3));
  });
});

test.each(databases)('on $name, a database of before that mark keeps the last five and no others', async (kind) => {
  const url = await kind.newUrl();
  if (url !== undefined) whenFileEnds(dropDatabases);
  const options = { entities: journalEntities, url, file: join(await temporaryFolder(), 'xa.sqlite') };
  const before = await openDatabase({ ...options, migrations: migrations.filter(({ name }) => name < '0011') });
  // Import 8 was undone, and 5 refused: the images of 2 went when 8 came.
  const outcomes = ['COMMITTED', 'COMMITTED', 'COMMITTED', 'COMMITTED', 'REFUSED', 'COMMITTED', 'COMMITTED', 'UNDONE'];
  const values = outcomes.map(
    (outcome, index) =>
      `(${index + 1}, 'persons', 'main', 'full', 'a', 'f', 'h', 'm', 1, 'h', '2026-01-01T00:00:00Z', 1, 0, 0, 0, 0, 0, 0, '${outcome}', null, null)`,
  );
  await before.write((entityManager) => entityManager.execute(`insert into import_journal values ${values.join(', ')}`));
  await before.close();

  const after = await openDatabase<JournalTables>({ ...options, migrations });
  whenFileEnds(() => after.close());
  const rows = await after.read.selectFrom('import_journal').select('id').where('images_forgotten', '=', 1).orderBy('id').execute();
  expect(rows.map(({ id }) => id)).toEqual([1, 2]);
});
