import type { MikroORM } from '@mikro-orm/sql';
import type { MigrationEntry } from './open-database.ts';

/** Where the names of the migrations that are done stand. */
export const MIGRATION_TABLE = 'schema_migration';

/** The number under which sessions of PostgreSQL know that somebody migrates. */
const ADVISORY_KEY = 7_310_002;

/**
 * Brings a database to the newest migration. Of one that is there already it only reads: no other process is waited for, whatever it writes. Of
 * several that migrate at once one does the work, and the others find it done.
 * Errors  those of the driver, and of a migration (then nothing of it stays)
 */
export async function migrate(orm: MikroORM, kind: 'sqlite' | 'postgresql', migrations: readonly MigrationEntry[]): Promise<void> {
  if (await isMigrated(orm, kind, migrations)) return;
  const connection = orm.em.getConnection();
  if (kind === 'sqlite') {
    // The migrator makes its table outside the transaction in which it migrates, and fails when somebody else made it just before.
    await connection.execute(`create table if not exists ${MIGRATION_TABLE} (id integer not null primary key autoincrement,
      name text not null, executed_at datetime not null default (strftime('%s', 'now') * 1000))`);
    await orm.migrator.up();
    return;
  }
  await connection.transactional(async (transaction) => {
    await connection.execute(`select pg_advisory_xact_lock(${ADVISORY_KEY})`, [], 'all', transaction);
    await orm.migrator.up({ transaction });
  });
}

async function isMigrated(orm: MikroORM, kind: 'sqlite' | 'postgresql', migrations: readonly MigrationEntry[]): Promise<boolean> {
  const connection = orm.em.getConnection();
  const tables = await connection.execute<object[]>(
    kind === 'sqlite'
      ? `select 1 as found from sqlite_master where type = 'table' and name = '${MIGRATION_TABLE}'`
      : `select 1 as found where to_regclass('${MIGRATION_TABLE}') is not null`,
  );
  if (tables.length === 0) return false;
  const done = new Set((await connection.execute<{ name: string }[]>(`select name from ${MIGRATION_TABLE}`)).map(({ name }) => name));
  return migrations.every(({ name }) => done.has(name));
}
