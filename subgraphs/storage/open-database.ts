import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EntitySchema } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import type { MikroORM, SqlEntityManager } from '@mikro-orm/sql';
import type { Kysely } from 'kysely';
import { migrate, MIGRATION_TABLE } from './migrate.ts';
import { type ObserveQuery, QueryObserver } from './query-observer.ts';

/** A migration and the name under which it is remembered. */
export interface MigrationEntry {
  readonly name: string;
  readonly class: new (...parameters: never[]) => Migration;
}

export interface DatabaseOptions {
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly MigrationEntry[];
  /** PostgreSQL URL; absent: SQLite in `file`. */
  readonly url?: string | undefined;
  readonly file: string;
  /** Told of every query that `read` sends; tests count and explain them. */
  readonly observeQuery?: ObserveQuery | undefined;
}

/** An open, migrated database. `Tables` names its tables and columns for typed queries. */
export interface Database<Tables> {
  readonly kind: 'sqlite' | 'postgresql';
  /** For queries: on SQLite they go to the reading connections. */
  readonly read: Kysely<Tables>;
  /** Runs the work in one transaction, wholly or not at all. */
  write<Result>(work: (entityManager: SqlEntityManager) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

const READING_CONNECTIONS = 1;

/**
 * Opens the database of a process and brings it to the newest migration; one that is there is only read.
 * Errors  those of the driver: no connection, no such database, no right to write, a migration that fails (then nothing of it stays)
 */
export async function openDatabase<Tables>(options: DatabaseOptions): Promise<Database<Tables>> {
  const kind = options.url === undefined ? 'sqlite' : 'postgresql';
  const orm = kind === 'sqlite' ? await openSqlite(options) : await openPostgresql(options);
  await migrate(orm, kind, options.migrations);
  const reading = orm.em.fork().getKysely({ type: 'read' }) as unknown as Kysely<Tables>;
  return {
    kind,
    read: options.observeQuery ? reading.withPlugin(new QueryObserver(kind, options.observeQuery)) : reading,
    write: (work) => orm.em.fork().transactional((entityManager) => work(entityManager)),
    close: () => orm.close(),
  };
}

function common({ entities, migrations }: DatabaseOptions) {
  return {
    entities: [...entities],
    debug: false,
    migrations: { migrationsList: [...migrations], snapshot: false, tableName: MIGRATION_TABLE, silent: true },
  };
}

async function openSqlite(options: DatabaseOptions): Promise<MikroORM> {
  const { file } = options;
  await mkdir(dirname(file), { recursive: true });
  const [{ MikroORM, SqliteDriver }, { Migrator }, { SqliteDialect }] = await Promise.all([
    import('@mikro-orm/sql'),
    import('@mikro-orm/migrations'),
    import('./sqlite-dialect.ts'),
  ]);
  // Functions, since MikroORM copies plain option objects deeply and a dialect does not survive that.
  const orm = await MikroORM.init({
    ...common(options),
    driver: SqliteDriver,
    extensions: [Migrator],
    dbName: file,
    driverOptions: () => new SqliteDialect({ file, readOnly: false, connections: 1 }),
    replicas: [{ name: 'readers', driverOptions: () => new SqliteDialect({ file, readOnly: true, connections: READING_CONNECTIONS }) }],
  } as never);
  return orm;
}

async function openPostgresql(options: DatabaseOptions): Promise<MikroORM> {
  const [{ MikroORM, PostgreSqlDriver }, { Migrator }] = await Promise.all([
    import('@mikro-orm/postgresql'),
    import('@mikro-orm/migrations'),
  ]);
  const orm = await MikroORM.init({
    ...common(options),
    driver: PostgreSqlDriver,
    extensions: [Migrator],
    clientUrl: options.url,
    ensureDatabase: false,
  } as never);
  try {
    // Asked before the migrator, which would make a database that is not there and serve it empty: a name may be mistyped.
    await orm.em.getConnection().execute('select 1');
  } catch (error) {
    await orm.close();
    throw error;
  }
  return orm;
}
