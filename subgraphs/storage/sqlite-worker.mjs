// @ts-check
// One SQLite connection in a thread of its own. Plain JavaScript: a thread that had to strip types would load a compiler, in 16 MB and more of memory.
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { readRowText } from './bulk/read-row-text.mjs';

/**
 * @typedef {import('node:sqlite').SQLInputValue} SQLInputValue
 * @typedef {import('node:sqlite').StatementSync} StatementSync
 * @typedef {import('./sqlite-messages.ts').SqliteRequest} SqliteRequest
 * @typedef {import('./sqlite-messages.ts').SqliteReply} SqliteReply
 * @typedef {{ readonly statement: StatementSync, readonly columns: readonly string[] }} Prepared
 */

const CACHED_STATEMENTS = 200;
const LONGEST_CACHED_SQL = 4_096;
const BUSY_TIMEOUT_MS = 5_000;

/** @type {import('./sqlite-messages.ts').SqliteConnectionOptions} */
const { file, readOnly, isBulk } = workerData;
const database = new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT_MS });
// WAL lets readers go on while the writer works; FULL survives a power cut.
const pragmas = readOnly
  ? ['query_only=1', 'cache_size=-65536', 'mmap_size=268435456']
  : ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'cache_size=-65536', 'mmap_size=268435456'];
if (isBulk === true) pragmas.push('mmap_size=0', 'cache_size=-16384');
for (const pragma of pragmas) database.exec(`pragma ${pragma}`);

/** @type {Map<string, Prepared>} */
const statements = new Map();

/**
 * @param {string} sql
 * @returns {Prepared}
 */
function prepare(sql) {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return { statement, columns: statement.columns().map(({ name }) => name) };
}

/**
 * The prepared statement of a text; the least recently used one gives way, and long texts (bulk inserts) are never asked twice.
 * @param {string} sql
 */
function prepared(sql) {
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

/**
 * The statement is prepared once for full parts and once for the rest; each part is bound, never written into the text.
 * @param {import('./sqlite-messages.ts').BulkRows} bulk
 */
function addRows({ table, columns, rows }) {
  const width = columns.length;
  const insert = (/** @type {number} */ count) => {
    const places = Array.from({ length: count }, () => `(${Array(width).fill('?').join(', ')})`);
    return prepareOnce(`insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values ${places.join(', ')}`);
  };
  const [many, one] = [insert(ROWS_PER_INSERT), insert(1)];
  const isNumber = columns.map((column) => column.isNumber);
  const part = ROWS_PER_INSERT * width;
  let added = 0;
  // Outside a transaction each statement would be one of its own.
  const isAlone = !isHeld;
  if (isAlone) database.exec('begin');
  try {
    for (const text of textsOf(rows)) {
      const values = readRowText(text, isNumber);
      const whole = values.length - (values.length % part);
      for (let start = 0; start < whole; start += part) many.run(...values.slice(start, start + part));
      for (let start = whole; start < values.length; start += width) one.run(...values.slice(start, start + width));
      added += values.length / width;
    }
    if (isAlone) database.exec('commit');
    // Gives the memory back at once: the collector of this thread sees no reason to run.
    rows.buffer.transfer(0);
  } catch (error) {
    if (isAlone && database.isTransaction) database.exec('rollback');
    throw error;
  }
  return added;
}

/** Bytes that are read at once: the values of more would outlive the young generation. */
const TEXT = 65_536;

/**
 * The text of rows in parts that end with a row.
 * @param {Uint8Array<ArrayBuffer>} rows
 */
function* textsOf(rows) {
  const bytes = Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength);
  for (let at = 0; at < bytes.length;) {
    const end = at + TEXT >= bytes.length ? bytes.length : bytes.lastIndexOf(LINE_FEED, at + TEXT) + 1;
    // A row that is longer than a part.
    const next = end > at ? end : bytes.indexOf(LINE_FEED, at) + 1;
    yield bytes.toString('utf8', at, next);
    at = next;
  }
}

const LINE_FEED = 10;

/** @type {Map<string, StatementSync>} */
const bulkStatements = new Map();

/** @param {string} sql */
function prepareOnce(sql) {
  const statement = bulkStatements.get(sql) ?? database.prepare(sql);
  bulkStatements.set(sql, statement);
  return statement;
}

/** @type {Map<number, { readonly columns: readonly string[], readonly rows: Iterator<unknown> }>} */
const readings = new Map();

/**
 * The next rows of a reading; fewer than asked for are the last.
 * @param {import('./sqlite-messages.ts').RowReading} reading
 * @param {string | undefined} sql
 * @param {SQLInputValue[]} parameters
 */
function readOn({ number, most }, sql, parameters) {
  if (sql !== undefined) {
    const { statement, columns } = prepare(sql);
    readings.set(number, { columns, rows: statement.iterate(...parameters) });
  }
  const { columns = [], rows } = readings.get(number) ?? {};
  /** @type {unknown[][]} */
  const part = [];
  for (let next = most > 0 ? rows?.next() : undefined; next?.done === false; next = part.length < most ? rows?.next() : undefined) {
    part.push(/** @type {unknown[]} */ (next.value));
  }
  if (part.length < most || most === 0) {
    rows?.return?.();
    readings.delete(number);
  }
  return { columns, rows: part };
}

const ENDS_OR_BEGINS = /^\s*(begin|commit|rollback)\b(?!\s+to\b)/i;
/** Between a begin and its end. SQLite ends a transaction by itself when a disk is full or fails: `database.isTransaction` is false then, and this is not. */
let isHeld = false;
/**
 * Why the transaction that is held has failed: rows could not be added, or the database has ended it.
 * @type {unknown}
 */
let failure = null;

/**
 * Does what is asked. Once rows of a transaction failed, or the database has ended it by itself, nothing is done before its rollback: rows that are
 * under way by then would be written without it. Whoever asks is told what failed first.
 * @param {SqliteRequest} request
 * @returns {SqliteReply}
 */
function answer(request) {
  const word = ENDS_OR_BEGINS.exec(request.sql ?? '')?.[1]?.toLowerCase();
  if (failure !== null && word !== 'rollback' && !isLast(request)) throw failure;
  const hasEnded = isHeld && word === 'rollback' && !database.isTransaction;
  try {
    const reply = hasEnded ? { id: request.id, changes: 0 } : work(request);
    if (word !== undefined) {
      isHeld = word === 'begin';
      failure = null;
    }
    return reply;
  } catch (error) {
    if (isHeld && (request.bulk !== undefined || !database.isTransaction)) failure ??= error;
    throw error;
  }
}

/** @param {SqliteRequest} request */
const isLast = ({ sql, bulk, reading }) => sql === undefined && bulk === undefined && reading === undefined;

/**
 * @param {SqliteRequest} request
 * @returns {SqliteReply}
 */
function work({ id, sql, parameters = [], bulk, reading }) {
  if (bulk !== undefined) return { id, changes: addRows(bulk) };
  if (reading !== undefined) return { id, ...readOn(reading, sql, /** @type {SQLInputValue[]} */ (parameters)) };
  if (sql === undefined) {
    database.close();
    return { id };
  }
  const { statement, columns } = prepared(sql);
  const values = /** @type {SQLInputValue[]} */ (parameters);
  if (columns.length > 0) return { id, columns, rows: /** @type {unknown[][]} */ (/** @type {unknown} */ (statement.all(...values))) };
  return { id, changes: statement.run(...values).changes };
}

parentPort?.on('message', (/** @type {SqliteRequest} */ request) => {
  try {
    parentPort?.postMessage(answer(request));
  } catch (error) {
    const { message, code, errcode } = /** @type {Error & { code?: string, errcode?: number }} */ (error);
    /** @type {SqliteReply} */
    const reply = { id: request.id, error: { message, code, errcode } };
    parentPort?.postMessage(reply);
  }
});
