import { constants, existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BackupProgress } from './backup-database.ts';
import { type BackupManifest, readManifest } from './backup-manifest.ts';
import { BackupRefused } from './backup-refused.ts';
import { countRows, faultsOf, migrationsOf, sha256Of } from './database-facts.ts';
import { holdDatabase } from './hold-database.ts';
import { isSqlite, refusalOfDisk } from './disk-faults.ts';
import { flushToDisk } from './flush-to-disk.ts';

export interface RestoreOptions {
  /** The member's name in the member list. */
  readonly member: string;
  readonly backup: string;
  /** The database to replace; it need not be there. */
  readonly file: string;
  /** Names of the migrations that this program knows. */
  readonly knownMigrations: readonly string[];
  readonly now: () => Date;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
}

export interface Restored {
  readonly manifest: BackupManifest;
  /** Where the replaced database is kept; null: there was none. */
  readonly replaced: string | null;
}

/**
 * Puts a backup in the place of a database: proven first, then by one rename, while no process has the database open. Killed at any moment,
 * there stands the old database or the restored one, whole.
 * Errors  BackupRefused; the database is as it was
 */
export async function restoreDatabase(options: RestoreOptions): Promise<Restored> {
  const { member, backup, file, knownMigrations } = options;
  const manifest = await readManifest(backup);
  if (manifest.member !== member) {
    throw new BackupRefused('BACKUP_OF_ANOTHER', `${backup} is a backup of ${manifest.member}, not of ${member}.`);
  }
  const unknown = manifest.migrations.filter((name) => !knownMigrations.includes(name));
  if (unknown.length > 0) {
    throw new BackupRefused('BACKUP_TOO_NEW', `${backup} was made by a newer program: ${unknown.join(', ')} is not known here.`);
  }
  try {
    await mkdir(dirname(file), { recursive: true });
    await removeLeftovers(file);
    // Asked before the long part as well: whoever forgot to stop the process learns it at once.
    holdDatabase(file).release();
    return { manifest, replaced: await replaceProven(options, manifest) };
  } catch (error) {
    throw refusalOfDisk(error, file) ?? error;
  }
}

async function replaceProven(
  { backup, file, now, onProgress = () => undefined }: RestoreOptions,
  manifest: BackupManifest,
): Promise<string | null> {
  const copy = `${file}.restoring-${process.pid}`;
  try {
    await proveBackup(backup, copy, manifest, onProgress);
    return await replaceDatabase(file, copy, now());
  } finally {
    for (const rest of [copy, `${copy}-journal`]) await rm(rest, { force: true });
  }
}

/** Copies the backup beside the database and proves the copy: what was proven is what takes the place. */
async function proveBackup(
  backup: string,
  copy: string,
  manifest: BackupManifest,
  onProgress: (progress: BackupProgress) => void,
): Promise<void> {
  const damaged = (how: string, cause?: unknown): BackupRefused =>
    new BackupRefused('BACKUP_DAMAGED', `${backup} is damaged: ${how}. The database was not touched.`, { cause });
  if (!existsSync(backup)) throw new BackupRefused('BACKUP_UNREADABLE', `There is no backup ${backup}.`);
  await copyFile(backup, copy, constants.COPYFILE_FICLONE);
  const { size: total } = await stat(copy);
  if (total !== manifest.bytes) throw damaged(`it has ${total} bytes, its manifest says ${manifest.bytes}`);
  const sha256 = await sha256Of(copy, (done) => onProgress({ step: 'checking', done, total }));
  if (sha256 !== manifest.sha256) throw damaged('its bytes are not those that were written');
  const database = new DatabaseSync(copy);
  try {
    const faults = faultsOf(database);
    if (faults.length > 0) throw damaged(faults.join('; '));
    if (JSON.stringify(countRows(database)) !== JSON.stringify(manifest.tables))
      throw damaged('its numbers of rows are not those of its manifest');
    if (JSON.stringify(migrationsOf(database)) !== JSON.stringify(manifest.migrations))
      throw damaged('its migrations are not those of its manifest');
  } catch (error) {
    throw isSqlite('damaged', error) ? damaged('it is no database', error) : error;
  } finally {
    database.close();
  }
  await flushToDisk(copy, 'file');
}

async function replaceDatabase(file: string, copy: string, at: Date): Promise<string | null> {
  const held = holdDatabase(file);
  try {
    const kept = held.isThere ? keptName(file, at) : null;
    // Windows renames no open file, and refuses by itself when another process has opened it.
    if (process.platform === 'win32') held.release();
    // A second name first, then one rename over the first: there is no moment without a database.
    if (kept !== null) await nameTwice(file, kept);
    if (kept !== null && !held.isSound) await moveLog(file, kept);
    await (held.isThere ? rename(copy, file) : takeFreeName(copy, file));
    await flushToDisk(dirname(file), 'folder');
    return kept;
  } finally {
    held.release();
  }
}

const keptName = (file: string, at: Date): string =>
  `${file.replace(/\.sqlite$/, '')}.replaced-${at.toISOString().replaceAll(/[-:.]/g, '')}.sqlite`;

async function nameTwice(file: string, kept: string): Promise<void> {
  // A file system without links gets a copy.
  await link(file, kept).catch(() => copyFile(file, kept, constants.COPYFILE_EXCL));
}

/** A process that started meanwhile has made itself a database under that name: it must not be pulled away from under it. */
async function takeFreeName(copy: string, file: string): Promise<void> {
  await link(copy, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST')
      throw new BackupRefused('DATABASE_IN_USE', `${file} was made by a process meanwhile; stop it and restore again.`);
    return rename(copy, file);
  });
}

/** What could not be read could not be merged with its log either; left in place, the log would be played into the restored database. */
async function moveLog(file: string, kept: string): Promise<void> {
  for (const ending of ['-wal', '-shm', '-journal']) if (existsSync(file + ending)) await rename(file + ending, kept + ending);
}

/** Copies of restores that were killed; one that still runs keeps its own. */
async function removeLeftovers(file: string): Promise<void> {
  const prefix = `${basename(file)}.restoring-`;
  for (const name of await readdir(dirname(file))) {
    const owner = /^\d+/.exec(name.slice(prefix.length))?.[0];
    if (name.startsWith(prefix) && owner !== undefined && !isRunning(Number(owner))) await rm(join(dirname(file), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
