import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { type BackupManifest, manifestFile, manifestOf } from './backup-manifest.ts';
import { BackupRefused } from './backup-refused.ts';
import { countRows, faultsOf, migrationsOf, sha256Of } from './database-facts.ts';
import { isSqlite, refusalOfDisk } from './disk-faults.ts';
import { flushToDisk } from './flush-to-disk.ts';

/** How far a backup or restore has come; `done` and `total` count bytes. */
export interface BackupProgress {
  readonly step: 'copying' | 'checking';
  readonly done: number;
  readonly total: number;
}

export interface BackupOptions {
  /** The member's name in the member list. */
  readonly member: string;
  /** The database. */
  readonly file: string;
  /** The copy to write; its manifest goes beside it. */
  readonly target: string;
  readonly now: () => Date;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
}

const PAGES_A_STEP = 2_048;

/**
 * Copies a SQLite database as it is at this moment, whoever reads or writes it meanwhile, and proves the copy before it gets its name: a file
 * under `target` is always a whole backup.
 * Shape   database, target -> the manifest, which also stands beside the copy
 * Errors  BackupRefused; nothing is left behind
 */
export async function backupDatabase({ member, file, target, now, onProgress = () => undefined }: BackupOptions): Promise<BackupManifest> {
  if (!existsSync(file)) throw new BackupRefused('DATABASE_MISSING', `There is no database ${file}.`);
  if (existsSync(target)) throw new BackupRefused('BACKUP_EXISTS', `${target} is there already; name another file.`);
  try {
    await mkdir(dirname(target), { recursive: true });
    return await writeBackup(file, target, { member, madeAt: now().toISOString() }, onProgress);
  } catch (error) {
    if (isSqlite('damaged', error)) throw damaged(file, [(error as Error).message]);
    throw refusalOfDisk(error, target) ?? error;
  }
}

async function writeBackup(
  file: string,
  target: string,
  { member, madeAt }: Pick<BackupManifest, 'member' | 'madeAt'>,
  onProgress: (progress: BackupProgress) => void,
): Promise<BackupManifest> {
  const half = `${target}.part`;
  await rm(half, { force: true });
  try {
    const { tables, migrations } = proveCopy(file, half, await copySnapshot(file, half, onProgress));
    await flushToDisk(half, 'file');
    const { size: bytes } = await stat(half);
    const sha256 = await sha256Of(half, (done) => onProgress({ step: 'checking', done, total: bytes }));
    const manifest = manifestOf({ member, madeAt, bytes, sha256, migrations, tables });
    await writeFile(manifestFile(target), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(half, target);
    await flushToDisk(dirname(target), 'folder');
    return manifest;
  } finally {
    for (const rest of [half, `${half}-journal`]) await rm(rest, { force: true });
  }
}

async function copySnapshot(file: string, half: string, onProgress: (progress: BackupProgress) => void): Promise<Record<string, number>> {
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    // One read transaction over all steps: writers go on, the copy stays at this moment and never begins anew.
    source.exec('begin');
    const counted = countRows(source);
    const { page_size: pageSize } = source.prepare('pragma page_size').get() as { page_size: number };
    await backup(source, half, {
      rate: PAGES_A_STEP,
      progress: ({ totalPages, remainingPages }) =>
        onProgress({ step: 'copying', done: (totalPages - remainingPages) * pageSize, total: totalPages * pageSize }),
    });
    return counted;
  } finally {
    source.close();
  }
}

function proveCopy(file: string, half: string, counted: Record<string, number>): { tables: Record<string, number>; migrations: string[] } {
  const copy = new DatabaseSync(half);
  try {
    // Without a log beside it the backup is one file, which can be read from anywhere.
    copy.exec('pragma journal_mode = delete');
    const faults = faultsOf(copy);
    const tables = countRows(copy);
    if (faults.length === 0 && JSON.stringify(tables) === JSON.stringify(counted)) return { tables, migrations: migrationsOf(copy) };
    throw damaged(file, faults.length > 0 ? faults : ['the copy has other numbers of rows']);
  } finally {
    copy.close();
  }
}

function damaged(file: string, faults: readonly string[]): BackupRefused {
  return new BackupRefused('DATABASE_DAMAGED', `${file} is damaged, so no backup of it was kept: ${faults.join('; ')}.`);
}
