import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';

/** Who imports, and since when. */
export interface LockHolder {
  readonly owner: string;
  /** RFC 3339. */
  readonly since: string;
}

/** The lock, taken; it goes with its process, however that ends. */
export interface TakenLock {
  release(): Promise<void>;
  /**
   * Whether it is held still. Asked through the transaction that rests on it, right before the commit: whoever takes a lock that was lost only after
   * this answer waits for the end of that transaction.
   */
  isHeld(ask: AskTransaction): Promise<boolean>;
}

/** Sends a query inside a transaction and gives its rows. */
export type AskTransaction = (sql: string) => Promise<readonly object[]>;

const BUSY = 5;
const PRIMARY_CODE = 0xff;
/** The number under which sessions of PostgreSQL know this lock. */
const ADVISORY_KEY = 7_310_001;
/** That of the transactions that are about to commit what rests on the lock. */
const COMMITTING_KEY = 7_310_003;
const KEEP_ALIVE_MS = 30_000;

/**
 * Takes the lock of a database against a second importer, in this process or another. The operating system (SQLite) or the server (PostgreSQL) lets
 * go of it when its process dies: nothing has to be repaired.
 * Shape   URL or file, owner, now -> the lock, or who holds it
 */
export function takeImportLock(
  { url, file }: { readonly url?: string | undefined; readonly file: string },
  owner: string,
  now: Date,
): Promise<TakenLock | LockHolder> {
  return url === undefined ? takeFile(`${file}-import`, owner, now) : takeAdvisory(url, owner);
}

/** A reserved lock on a database of one row: the others can still read who holds it. */
async function takeFile(file: string, owner: string, now: Date): Promise<TakenLock | LockHolder> {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('begin immediate');
    database.exec('create table if not exists holder (owner text not null, since text not null); delete from holder');
    database.prepare('insert into holder values (?, ?)').run(owner, now.toISOString());
    database.exec('commit');
    database.exec('begin immediate');
    const { dev, ino } = statSync(file, { bigint: true });
    return {
      release: async () => database.close(),
      async isHeld() {
        // A file that was moved or removed is locked for nobody else.
        const there = statSync(file, { bigint: true, throwIfNoEntry: false });
        return there?.ino === ino && there.dev === dev;
      },
    };
  } catch (error) {
    const holder = isBusy(error) ? readHolder(database) : null;
    database.close();
    if (holder === null) throw error;
    return holder;
  }
}

function isBusy(error: unknown): boolean {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' && (errcode & PRIMARY_CODE) === BUSY;
}

function readHolder(database: DatabaseSync): LockHolder {
  const unknown = { owner: 'another process', since: new Date().toISOString() };
  try {
    return (database.prepare('select owner, since from holder').get() as LockHolder | undefined) ?? unknown;
  } catch {
    // The holder is just writing its name, perhaps for the first time.
    return unknown;
  }
}

async function takeAdvisory(url: string, owner: string): Promise<TakenLock | LockHolder> {
  // Nothing goes over this connection while the lock is held; who drops idle connections would drop the lock with it.
  const client = new Client({
    connectionString: url,
    application_name: owner,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Servers before 14 do not know the setting.
    await client.query(`select set_config(name, '0', false) from pg_settings where name = 'idle_session_timeout'`);
    const { rows } = await client.query<{ taken: boolean; pid: number }>(
      'select pg_try_advisory_lock($1) as taken, pg_backend_pid() as pid',
      [ADVISORY_KEY],
    );
    const [{ taken, pid } = { taken: false, pid: 0 }] = rows;
    if (taken) {
      // Somebody may have lost the lock after it last looked, and be committing.
      await client.query('select pg_advisory_lock($1)', [COMMITTING_KEY]);
      await client.query('select pg_advisory_unlock($1)', [COMMITTING_KEY]);
      return { release: () => client.end(), isHeld: (ask) => isHeldBy(pid, ask) };
    }
    const holder = await readAdvisoryHolder(client);
    await client.end();
    return holder;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** Rows of pg_locks that are the lock, taken. */
const TAKEN = `locktype = 'advisory' and classid = 0 and objid = ${ADVISORY_KEY} and objsubid = 1 and granted
  and database = (select oid from pg_database where datname = current_database())`;

async function isHeldBy(pid: number, ask: AskTransaction): Promise<boolean> {
  await ask(`select pg_advisory_xact_lock(${COMMITTING_KEY})`);
  const held = await ask(`select 1 as held from pg_locks where pid = ${pid} and ${TAKEN}`);
  return held.length > 0;
}

async function readAdvisoryHolder(client: Client): Promise<LockHolder> {
  const { rows } = await client.query<{ owner: string; since: Date }>(
    `select application_name as owner, backend_start as since from pg_stat_activity join pg_locks using (pid) where ${TAKEN}`,
  );
  const [holder] = rows;
  return { owner: holder?.owner ?? 'another process', since: (holder?.since ?? new Date()).toISOString() };
}
