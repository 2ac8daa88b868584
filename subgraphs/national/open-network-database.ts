import type { Kysely } from 'kysely';
import { type Database, type DatabaseOptions, openDatabase } from '../storage/open-database.ts';
import { DatabaseOfAnother } from './database-of-another.ts';
import { migrations } from './migrations/migrations.ts';
import type { Network } from './network.ts';
import type { PublicationTables } from './publications/tables.ts';

/**
 * Opens the database of a network, whoever needs it: brought to the newest migration, and surely its own. An empty one is nobody's yet.
 * Errors  DatabaseOfAnother; those of the driver
 */
export async function openNetworkDatabase<Tables extends PublicationTables>(
  { country }: Pick<Network, 'country'>,
  options: Omit<DatabaseOptions, 'migrations'>,
): Promise<Database<Tables>> {
  const database = await openDatabase<Tables>({ ...options, migrations });
  try {
    const owner = await ownerOf(database.read as unknown as Kysely<PublicationTables>);
    if (owner !== null && owner !== country) throw new DatabaseOfAnother(owner, country);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The country whose publications a database holds, told by the first id of its feed; null: nothing was ever published from it. */
async function ownerOf(tables: Kysely<PublicationTables>): Promise<string | null> {
  // Without whoever observes the queries of requests: this one belongs to none.
  const first = await tables.withoutPlugins().selectFrom('change').select('entity').orderBy('seq').limit(1).executeTakeFirst();
  return first === undefined ? null : first.entity.slice(0, first.entity.indexOf(':')).toUpperCase();
}
