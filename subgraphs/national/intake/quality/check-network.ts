import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openNetworkDatabase } from '../../open-network-database.ts';
import { publicationEntities, type PublicationTables } from '../../publications/tables.ts';
import { checkStored, type StoredCheck, type StoredCheckOptions } from './check-stored.ts';
import { qualityEntities } from './report/quality-tables.ts';
import { writeCheck } from './report/write-check.ts';

/** There is no database to check. */
export class NothingStored extends Error {
  override readonly name = 'NothingStored';
}

export interface NetworkCheckOptions extends Omit<StoredCheckOptions, 'database'> {
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
}

/**
 * Checks a network's database beside its process and keeps the result there; a check of one rule alone is not kept, since it would hide the whole one.
 * Errors  NothingStored, DatabaseOfAnother; those of the database
 */
export async function checkNetwork({ databaseUrl, dataFolder, ...options }: NetworkCheckOptions): Promise<StoredCheck> {
  const { subgraph } = options.network;
  const file = join(dataFolder, `${subgraph}.sqlite`);
  if (databaseUrl === undefined && !existsSync(file)) {
    throw new NothingStored(
      `there is nothing to check: ${file} is missing; start the network once (birge subgraph ${subgraph}), or set BIRGE_DATA.`,
    );
  }
  const entities = [...publicationEntities, ...qualityEntities];
  const database = await openNetworkDatabase<PublicationTables>(options.network, { entities, url: databaseUrl, file });
  try {
    const check = await checkStored({ ...options, database });
    if (options.rule === undefined)
      await database.write((entityManager) => writeCheck(entityManager.getKysely<never>(), { ...check, occasion: 'CHECK' }));
    return check;
  } finally {
    await database.close();
  }
}
