// One SQLite connection in a thread of its own. Erasable syntax only: Node runs this file by stripping types, without a loader.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

export interface SqliteConnectionOptions {
  readonly file: string;
  readonly readOnly: boolean;
  /** For millions of rows: memory stays small, and no page of the file is mapped into it. */
  readonly isBulk?: boolean;
}

export interface SqliteRequest {
  readonly id: number;
  /** Absent: close the connection. */
  readonly sql?: string;
  readonly parameters?: readonly unknown[];
  /** Instead of `sql`: rows to add, their values in one list. */
  readonly bulk?: { readonly table: string; readonly columns: readonly string[]; readonly values: readonly unknown[] };
}

export interface SqliteReply {
  readonly id: number;
  readonly columns?: readonly string[];
  readonly rows?: readonly unknown[][];
  readonly changes?: number | bigint;
  readonly error?: { readonly message: string; readonly code: string | undefined; readonly errcode: number | undefined };
}

interface Prepared {
  readonly statement: StatementSync;
  readonly columns: readonly string[];
}

const CACHED_STATEMENTS = 200;
const LONGEST_CACHED_SQL = 4_096;
const BUSY_TIMEOUT_MS = 5_000;

const { file, readOnly, isBulk } = workerData as SqliteConnectionOptions;
const database = new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT_MS });
// WAL lets readers go on while the writer works; FULL survives a power cut.
const pragmas = readOnly
  ? ['query_only=1', 'cache_size=-65536', 'mmap_size=268435456']
  : ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'cache_size=-65536', 'mmap_size=268435456'];
if (isBulk === true) pragmas.push('mmap_size=0', 'cache_size=-32768');
for (const pragma of pragmas) database.exec(`pragma ${pragma}`);

const statements = new Map<string, Prepared>();

function prepare(sql: string): Prepared {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return { statement, columns: statement.columns().map(({ name }) => name) };
}

/** The prepared statement of a text; the least recently used one gives way, and long texts (bulk inserts) are never asked twice. */
function prepared(sql: string): Prepared {
  if (sql.length > LONGEST_CACHED_SQL) return prepare(sql);
  const found = statements.get(sql) ?? prepare(sql);
  statements.delete(sql);
  statements.set(sql, found);
  const oldest = statements.keys().next().value;
  if (statements.size > CACHED_STATEMENTS && oldest !== undefined) statements.delete(oldest);
  return found;
}

/** Rows of one insert statement: more bring nothing, and a table of 300 columns stays under SQLite's 32,766 parameters. */
const ROWS_PER_INSERT = 100;

/** The statement is prepared once for full parts and once for the rest; each part is bound, never written into the text. */
function addRows({ table, columns, values }: NonNullable<SqliteRequest['bulk']>): number {
  const width = columns.length;
  const insert = (rows: number): string =>
    `insert into ${table} (${columns.join(', ')}) values ${Array.from({ length: rows }, () => `(${Array(width).fill('?').join(', ')})`).join(', ')}`;
  const part = ROWS_PER_INSERT * width;
  const rest = values.length % part;
  for (let start = 0; start + part <= values.length; start += part) {
    prepareOnce(insert(ROWS_PER_INSERT)).run(...(values.slice(start, start + part) as SQLInputValue[]));
  }
  for (let start = values.length - rest; start < values.length; start += width) {
    prepareOnce(insert(1)).run(...(values.slice(start, start + width) as SQLInputValue[]));
  }
  return values.length / width;
}

const bulkStatements = new Map<string, StatementSync>();

function prepareOnce(sql: string): StatementSync {
  const statement = bulkStatements.get(sql) ?? database.prepare(sql);
  bulkStatements.set(sql, statement);
  return statement;
}

function answer({ id, sql, parameters = [], bulk }: SqliteRequest): SqliteReply {
  if (bulk !== undefined) return { id, changes: addRows(bulk) };
  if (sql === undefined) {
    database.close();
    return { id };
  }
  const { statement, columns } = prepared(sql);
  const values = parameters as SQLInputValue[];
  if (columns.length > 0) return { id, columns, rows: statement.all(...values) as unknown as unknown[][] };
  return { id, changes: statement.run(...values).changes };
}

parentPort?.on('message', (request: SqliteRequest) => {
  try {
    parentPort?.postMessage(answer(request));
  } catch (error) {
    const { message, code, errcode } = error as Error & { code?: string; errcode?: number };
    parentPort?.postMessage({ id: request.id, error: { message, code, errcode } } satisfies SqliteReply);
  }
});
