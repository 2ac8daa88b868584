import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Database } from '../../storage/open-database.ts';
import { publishRows } from '../history/publish-rows.ts';
import { writeHistory } from '../history/write-history.ts';
import type { Network } from '../network.ts';
import { PublicationFileRow, PublicationLoadRow, type PublicationTables } from '../publications/tables.ts';
import { readPublications } from './read-publications.ts';

/**
 * Fills an empty database from the network's data files, wholly or not at all; a filled one stays as it is.
 * Errors  PublicationsRefused when a cell is wrong; those of the database
 */
export async function loadPublications(
  database: Database<PublicationTables>,
  network: Network,
  now: () => Date,
  log: Logger,
): Promise<void> {
  const loaded = await database.read.selectFrom('publication_load').select('digest').execute();
  const files = await digestsOf(network.dataFolder);
  const digest = digestOf(files.map((file) => file.digest).join());
  if (loaded.length > 0) {
    const changed = await findChanged(database, files);
    if (changed.length > 0) {
      log.warn(
        `the data files differ from what is published: ${changed.join(', ')}; the database is left as it is. ` +
          `Bring each in: birge import FILE --as KIND --network ${network.country.toLowerCase()}`,
      );
    }
    return;
  }
  const loadedAt = now().toISOString();
  const tables = await readPublications(network.dataFolder, network.country.toLowerCase(), loadedAt);
  const rowCount = [...tables.values()].reduce((sum, rows) => sum + rows.length, 0);
  const isOurs = await writeHistory(database, now, async (writer) => {
    // Another process may have filled it while this one read its files.
    if ((await writer.entityManager.count(PublicationLoadRow)) > 0) return false;
    await publishRows(writer, tables);
    await writer.entityManager.insertMany(PublicationLoadRow, [{ digest, loadedAt, rowCount }]);
    await writer.entityManager.insertMany(PublicationFileRow, files);
    return true;
  });
  if (isOurs) log.info({ rowCount }, 'publications loaded');
}

interface FileDigest {
  readonly name: string;
  /** SHA-256, in hex. */
  readonly digest: string;
}

/** Files that are other than they were brought in; none where the database is older than this knowledge. */
async function findChanged(database: Database<PublicationTables>, files: readonly FileDigest[]): Promise<string[]> {
  const known = new Map(
    (await database.read.selectFrom('publication_file').select(['name', 'digest']).execute()).map((file) => [file.name, file.digest]),
  );
  return known.size === 0 ? [] : files.filter(({ name, digest }) => known.get(name) !== digest).map(({ name }) => name);
}

async function digestsOf(folder: URL): Promise<FileDigest[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.csv')).sort();
  return Promise.all(names.map(async (name) => ({ name, digest: digestOf(await readFile(new URL(name, folder))) })));
}

const digestOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
