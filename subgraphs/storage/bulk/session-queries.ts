import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { BulkSession, BulkValue } from './bulk-session.ts';

const nothing = async (): Promise<void> => undefined;

/** Typed queries over a session, so that they see its temporary tables. */
export function sessionQueries(session: BulkSession): Kysely<never> {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => ({
      rows: (await session.rows(sql, parameters as readonly BulkValue[])) as Row[],
    }),
    async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
      yield await this.executeQuery<Row>(query);
    },
  };
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    destroy: nothing,
    beginTransaction: () => session.run('begin').then(() => undefined),
    commitTransaction: () => session.run('commit').then(() => undefined),
    rollbackTransaction: () => session.run('rollback').then(() => undefined),
  };
  const isPostgresql = session.kind === 'postgresql';
  return new Kysely<never>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => (isPostgresql ? new PostgresAdapter() : new SqliteAdapter()),
      createQueryCompiler: () => (isPostgresql ? new PostgresQueryCompiler() : new SqliteQueryCompiler()),
      createIntrospector: (database) => (isPostgresql ? new PostgresIntrospector(database) : new SqliteIntrospector(database)),
    },
  });
}
