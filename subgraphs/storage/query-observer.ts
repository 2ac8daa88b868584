import {
  type CompiledQuery,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  PostgresQueryCompiler,
  type QueryResult,
  type RootOperationNode,
  SqliteQueryCompiler,
  type UnknownRow,
} from 'kysely';

/** Told of each query as it is sent: its text and its bound values. */
export type ObserveQuery = (query: CompiledQuery) => void;

/** Shows every query of a connection to an observer and changes none. */
export class QueryObserver implements KyselyPlugin {
  readonly #compiler: SqliteQueryCompiler | PostgresQueryCompiler;
  readonly #observe: ObserveQuery;

  constructor(kind: 'sqlite' | 'postgresql', observe: ObserveQuery) {
    this.#compiler = kind === 'sqlite' ? new SqliteQueryCompiler() : new PostgresQueryCompiler();
    this.#observe = observe;
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    this.#observe(this.#compiler.compileQuery(node, queryId));
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}
