import { readFile } from 'node:fs/promises';
import { BackupRefused } from './backup-refused.ts';

const FORMAT = 'birge-backup-1';

/** What stands beside a backup: whose it is, and all that a restore compares before it believes the file. */
export interface BackupManifest {
  readonly format: typeof FORMAT;
  /** The member's name in the member list. */
  readonly member: string;
  /** The moment whose data the backup holds, as an ISO instant. */
  readonly madeAt: string;
  /** Size of the file. Unit: bytes. */
  readonly bytes: number;
  /** SHA-256 of the file in lower-case hex. */
  readonly sha256: string;
  /** Names of the migrations that made the tables, oldest first. */
  readonly migrations: readonly string[];
  /** Rows of each table, by its name. */
  readonly tables: Readonly<Record<string, number>>;
}

/** The manifest of a backup that was just proven. */
export const manifestOf = (facts: Omit<BackupManifest, 'format'>): BackupManifest => ({ format: FORMAT, ...facts });

/** Where the manifest of a backup stands. */
export const manifestFile = (backup: string): string => `${backup}.json`;

/**
 * Reads the manifest beside a backup.
 * Errors  BACKUP_UNREADABLE when it is missing or is none
 */
export async function readManifest(backup: string): Promise<BackupManifest> {
  const file = manifestFile(backup);
  let manifest: unknown;
  try {
    manifest = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new BackupRefused('BACKUP_UNREADABLE', `${file} cannot be read; a backup is restored only with the manifest beside it.`, {
      cause: error,
    });
  }
  if (isManifest(manifest)) return manifest;
  throw new BackupRefused('BACKUP_UNREADABLE', `${file} is not the manifest of a backup of this format (${FORMAT}).`);
}

function isManifest(value: unknown): value is BackupManifest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, member, madeAt, bytes, sha256, migrations, tables } = value as Record<string, unknown>;
  return (
    format === FORMAT &&
    [member, madeAt, sha256].every((text) => typeof text === 'string') &&
    Number.isSafeInteger(bytes) &&
    Array.isArray(migrations) &&
    typeof tables === 'object' &&
    tables !== null
  );
}
