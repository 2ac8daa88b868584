import { realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { PublicationFileRow } from '../../publications/tables.ts';
import { hashFile } from './hash-file.ts';

/** Remembers one of the network's own data files as it was brought in, so that the next start does not call it changed. */
export async function markDataFile(entityManager: SqlEntityManager, path: string, dataFolder: URL): Promise<void> {
  const [file, folder] = await Promise.all([realpath(path), realpath(fileURLToPath(dataFolder))]);
  if (dirname(file) !== folder) return;
  await entityManager.upsert(PublicationFileRow, { name: basename(file), digest: await hashFile(file) });
}
