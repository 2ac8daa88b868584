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
}

const BUSY = 5;
const PRIMARY_CODE = 0xff;
/** The number under which sessions of PostgreSQL know this lock. */
const ADVISORY_KEY = 7_310_001;

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
    return { release: async () => database.close() };
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
  const client = new Client({ connectionString: url, application_name: owner });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [ADVISORY_KEY]);
  if (rows[0]?.taken === true) return { release: () => client.end() };
  const held = await client.query<{ owner: string; since: Date }>(
    `select application_name as owner, backend_start as since from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and objid = $1 and granted and database = (select oid from pg_database where datname = current_database())`,
    [ADVISORY_KEY],
  );
  await client.end();
  const [holder] = held.rows;
  return { owner: holder?.owner ?? 'another process', since: (holder?.since ?? new Date()).toISOString() };
}
