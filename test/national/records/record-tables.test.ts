import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { whenFileEnds } from '../../harness/cleanup.ts';
import { dropDatabases } from '../../harness/databases.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';
import { databases } from '../open-history.ts';
import { migrations } from '../../../subgraphs/national/migrations/migrations.ts';
import { Participation } from '../../../subgraphs/national/records/participation.ts';
import { Person } from '../../../subgraphs/national/records/person.ts';
import { recordEntities, type RecordTables } from '../../../subgraphs/national/records/record-tables.ts';
import { openDatabase } from '../../../subgraphs/storage/open-database.ts';

describe.each(databases)('on $name', (kind) => {
  const open = async () => {
    const url = await kind.newUrl();
    if (url !== undefined) whenFileEnds(dropDatabases);
    const file = join(await temporaryFolder(), 'test.sqlite');
    const database = await openDatabase<RecordTables>({ entities: recordEntities, migrations, url, file });
    whenFileEnds(() => database.close());
    return database;
  };
  const person = { id: '7f1f2a52-6a70-4c8a-9a39-0d3b0f2d6a01', source: 's', sourceKey: '1', importedBy: 1, sex: 'U' };
  const participation = { source: 's', sourceKey: 'p1', importedBy: 1, personId: person.id, date: '2025-05-01', minutes: 90 };

  test('every property of every record has its column', async () => {
    const database = await open();
    for (const { meta } of recordEntities) {
      const columns = Object.keys(meta.properties).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
      expect(columns.length).toBeGreaterThan(4);
      const query = database.read.selectFrom(meta.tableName as 'record_person').select(columns as ['id']);
      await expect(query.execute()).resolves.toEqual([]);
    }
  });

  test('a record comes back as it was stored, and counts its own id', async () => {
    const database = await open();
    await database.write(async (entityManager) => {
      await entityManager.insertMany(Person, [person]);
      await entityManager.insertMany(Participation, [participation]);
    });
    expect(await database.read.selectFrom('record_participation').select(['source_key', 'person_id', 'date', 'minutes']).execute()).toEqual(
      [{ source_key: 'p1', person_id: person.id, date: '2025-05-01', minutes: 90 }],
    );
    const stored = await database.write((entityManager) => entityManager.findOneOrFail(Participation, { sourceKey: 'p1' }));
    expect({ id: stored.id, role: stored.role }).toEqual({ id: 1, role: null });
  });

  test('a key is there once for each source', async () => {
    const database = await open();
    await database.write((entityManager) => entityManager.insertMany(Person, [person]));
    const again = (more: object) => database.write((entityManager) => entityManager.insertMany(Person, [{ ...person, ...more }]));
    await expect(again({ id: 'other' })).rejects.toThrow();
    await expect(again({ id: 'other', source: 't' })).resolves.toBeDefined();
  });

  test.each([961, -1])('the database refuses %d minutes', async (minutes) => {
    const database = await open();
    const writing = database.write((entityManager) => entityManager.insertMany(Participation, [{ ...participation, minutes }]));
    await expect(writing).rejects.toThrow();
  });
});
