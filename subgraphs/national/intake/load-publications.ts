import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Database } from '../../storage/open-database.ts';
import { publishRows } from '../history/publish-rows.ts';
import { writeHistory } from '../history/write-history.ts';
import type { Network } from '../network.ts';
import { PublicationLoadRow, type PublicationTables } from '../publications/tables.ts';
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
  const digest = await digestOf(network.dataFolder);
  if (loaded.length > 0) {
    if (!loaded.some((load) => load.digest === digest)) {
      log.warn('the data files differ from what was loaded; the database is left as it is, remove it to load them anew');
    }
    return;
  }
  const loadedAt = now().toISOString();
  const tables = await readPublications(network.dataFolder, network.country.toLowerCase(), loadedAt);
  const rowCount = [...tables.values()].reduce((sum, rows) => sum + rows.length, 0);
  await writeHistory(database, now, async (writer) => {
    await publishRows(writer, tables);
    await writer.entityManager.insertMany(PublicationLoadRow, [{ digest, loadedAt, rowCount }]);
  });
  log.info({ rowCount }, 'publications loaded');
}

async function digestOf(folder: URL): Promise<string> {
  const hash = createHash('sha256');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.csv')).sort();
  for (const file of files) hash.update(file).update(await readFile(new URL(file, folder)));
  return hash.digest('hex');
}
