import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { BackupRefused } from './backup-refused.ts';
import { isSqlite } from './disk-faults.ts';

/** A database that nobody else has open, until `release` is called; it may be called twice. */
export interface HeldDatabase {
  readonly isThere: boolean;
  /** False: its pages cannot be read, so its log was not merged into it. */
  readonly isSound: boolean;
  release(this: void): void;
}

/**
 * Makes sure that no process has a database open and keeps it so; merges what its log holds, so that the file alone is whole.
 * Errors  DATABASE_IN_USE
 */
export function holdDatabase(file: string): HeldDatabase {
  if (!existsSync(file)) return { isThere: false, isSound: true, release: () => undefined };
  const database = new DatabaseSync(file, { timeout: 0 });
  const release = (): void => {
    if (database.isOpen) database.close();
  };
  try {
    // Who leaves the write-ahead log must be alone; every open connection of a process counts, idle or not.
    database.exec('pragma locking_mode = exclusive');
    database.exec('pragma journal_mode = delete');
    database.exec('begin exclusive');
    return { isThere: true, isSound: true, release };
  } catch (error) {
    if (isSqlite('damaged', error)) return { isThere: true, isSound: false, release };
    release();
    if (!isSqlite('locked', error)) throw error;
    throw new BackupRefused('DATABASE_IN_USE', `${file} is in use by a process; stop it, restore, start it again.`, { cause: error });
  }
}
