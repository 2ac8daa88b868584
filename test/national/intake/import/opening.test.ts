import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { network as atlantis } from '../../../conformance/networks/atlantis/network.ts';
import { ask } from '../../../harness/ask.ts';
import { whenFileEnds } from '../../../harness/cleanup.ts';
import { dropDatabases } from '../../../harness/databases.ts';
import { FROZEN_NOW, silent } from '../../../harness/open-door.ts';
import { temporaryFolder } from '../../../harness/temporary-folder.ts';
import { takeImportLock } from '../../../../subgraphs/storage/import-lock.ts';
import { createSubgraph } from '../../../../subgraphs/national/create-subgraph.ts';
import { checkNetwork } from '../../../../subgraphs/national/intake/quality/check-network.ts';
import { openIntake } from '../../../../subgraphs/national/intake/import/open-intake.ts';
import { undoImport } from '../../../../subgraphs/national/intake/import/undo-import.ts';
import { databases } from '../../open-history.ts';
import { holdWriting } from './hold-writing.ts';
import { type OpenImport, openImport } from './open-import.ts';

// What others can do with a network's database while somebody writes it for minutes, and before anybody has written it.

const PERSONS = ['sourceKey,joinedOn', 'P1,2020-01-01', 'P2,2021-01-01'];
const ROUNDS = 4;

// The registry of types is global, so a network's classes are made once for a test file.
const subgraph = createSubgraph(atlantis);

describe.each(databases)('on $name', (kind) => {
  describe('while somebody writes', () => {
    let network: OpenImport;
    let held: { release(): Promise<void> }[];
    beforeEach(async () => {
      network = await openImport(kind);
      await network.bring('persons', PERSONS);
      await network.close();
      const { place, folder } = network;
      const lock = await takeImportLock(
        { url: place.databaseUrl, file: join(folder, 'atlantis.sqlite') },
        'other@desk (process 7)',
        FROZEN_NOW,
      );
      if (!('release' in lock)) throw new Error('the lock is taken');
      held = [lock, await holdWriting(place.databaseUrl, join(folder, 'atlantis.sqlite'))];
    });
    afterEach(async () => {
      for (const holder of held) await holder.release();
    });

    test('the subgraph starts and answers', async () => {
      const { databaseUrl, dataFolder } = network.place;
      const running = await subgraph.open({ databaseUrl, dataFolder, roverFile: '', now: () => FROZEN_NOW, log: silent });
      const { data, errors } = await ask(await running.listen({ host: '127.0.0.1', port: 0 }), '{ atlantis { contractVersion } }');
      await running.close();
      expect(errors).toEqual([]);
      expect(data).toEqual({ atlantis: { contractVersion: expect.any(String) } });
    });

    test('a dry run, the list of imports, the dry run of an undoing and a check by one rule are answered', async () => {
      const more = [...PERSONS, 'P3,2022-01-01'];
      await expect(network.bring('persons', more, { isCommitted: false })).resolves.toMatchObject({ counts: { new: 1, unchanged: 2 } });
      const intake = await openIntake(network.place);
      expect(await intake.database.read.selectFrom('import_journal').select('id').execute()).toEqual([{ id: 1 }]);
      await intake.close();
      await expect(undoImport(network.place, 1, 'steward@office', false)).resolves.toMatchObject({ entries: [{ id: 1 }] });
      const { databaseUrl, dataFolder } = network.place;
      const rule = 'BIRTH_DATE_TOO_EARLY';
      await expect(checkNetwork({ network: atlantis, databaseUrl, dataFolder, now: FROZEN_NOW, rule })).resolves.toMatchObject({
        rules: [rule],
      });
    });

    test('another importer and an undoing are told who is at work', async () => {
      const locked = { code: 'IMPORT_LOCKED', message: expect.stringContaining('other@desk (process 7)') };
      await expect(network.bring('persons', [...PERSONS, 'P3,2022-01-01'])).rejects.toMatchObject(locked);
      await expect(network.undo(1)).rejects.toMatchObject(locked);
    });
  });

  test('of several who open an empty database at once, one fills it and all find it filled', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const databaseUrl = await kind.newUrl();
      if (databaseUrl !== undefined && round === 0) whenFileEnds(dropDatabases);
      const place = { network: atlantis, databaseUrl, dataFolder: await temporaryFolder(), now: () => FROZEN_NOW };
      const opened = await Promise.all(Array.from({ length: 3 }, () => openIntake(place)));
      for (const intake of opened) {
        expect(await intake.database.read.selectFrom('publication_load').select('digest').execute()).toHaveLength(1);
        await intake.close();
      }
    }
  });
});
