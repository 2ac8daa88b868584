import { readdirSync, readlinkSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { migrations } from '../../subgraphs/national/migrations/migrations.ts';
import { publicationEntities } from '../../subgraphs/national/publications/tables.ts';
import { holdDatabase } from '../../subgraphs/storage/backup/hold-database.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const openFiles = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`);
    } catch {
      // Closed since the folder was read.
      return [];
    }
  });
const open = (path: string) => openDatabase({ entities: publicationEntities, migrations, file: path });

// Only Linux shows which files a process has open.
const testOnLinux = process.platform === 'linux' ? test : test.skip;
testOnLinux('a process that opens a database while a restore replaces it does not go on with the replaced one', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'a.sqlite');
  const other = join(folder, 'b.sqlite');
  for (const path of [file, other]) await (await open(path)).close();
  const held = holdDatabase(file);
  const before = openFiles().filter((path) => path === file).length;
  // SQLite sees that the name is another file's now, because a held database must leave the write-ahead log and a process enters it.
  const refused = expect(open(file)).rejects.toMatchObject({ message: expect.stringContaining('attempt to write a readonly database') });
  // It has the old file open and waits for the lock.
  while (openFiles().filter((path) => path === file).length === before) await new Promise((resolve) => setTimeout(resolve, 1));
  renameSync(other, file);
  held.release();
  await refused;
  await (await open(file)).close();
});
