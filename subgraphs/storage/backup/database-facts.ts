import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

const MIGRATIONS = 'schema_migration';

/** Rows of every table as this connection sees them now, by name. */
export function countRows(database: DatabaseSync): Record<string, number> {
  const names = texts(
    database,
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
  );
  return Object.fromEntries(names.map((name) => [name, Number(texts(database, `select count(*) from "${name}"`)[0])]));
}

/** Names of the migrations that the database has been through, oldest first; none in one that never was ours. */
export function migrationsOf(database: DatabaseSync): string[] {
  const isThere = texts(database, `select name from sqlite_schema where name = '${MIGRATIONS}'`).length > 0;
  return isThere ? texts(database, `select name from "${MIGRATIONS}" order by id`) : [];
}

/**
 * What is wrong inside a database, as SQLite tells it: broken pages and indexes, rows that point nowhere.
 * Shape   open database -> sentences, none when it is sound; at most ten, and never a value of a row
 */
export function faultsOf(database: DatabaseSync): string[] {
  const pages = texts(database, 'pragma integrity_check(10)').filter((line) => line !== 'ok');
  const orphans = texts(
    database,
    'select distinct "table" || \' has rows that point to no \' || "parent" from pragma_foreign_key_check limit 10',
  );
  return [...pages, ...orphans].slice(0, 10);
}

/** SHA-256 of a file in lower-case hex, read piece by piece. */
export async function sha256Of(file: string, onRead: (bytes: number) => void = () => undefined): Promise<string> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(piece as Buffer);
    onRead((read += (piece as Buffer).length));
  }
  return hash.digest('hex');
}

/** The first column of every row as text. */
function texts(database: DatabaseSync, sql: string): string[] {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return (statement.all() as unknown as unknown[][]).map(([value]) => String(value));
}
