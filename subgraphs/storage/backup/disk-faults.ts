import { BackupRefused } from './backup-refused.ts';

const SYSTEM = new Set(['ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EDQUOT', 'ENOTDIR', 'EIO', 'EFBIG', 'EEXIST', 'EISDIR']);

/** The low byte of SQLite's result codes says what kind of fault it is. */
const sqliteKind: Readonly<Record<'locked' | 'disk' | 'damaged', readonly number[]>> = {
  locked: [5, 6],
  disk: [8, 10, 13, 14],
  damaged: [11, 26],
};

/** What Node and SQLite put on their errors. */
interface SystemError {
  readonly message: string;
  readonly code?: string;
  readonly errcode?: number;
}

/** The refusal for an error of the disk; undefined for any other. */
export function refusalOfDisk(error: unknown, file: string): BackupRefused | undefined {
  const { code, message } = error as SystemError;
  return isSqlite('disk', error) || SYSTEM.has(code ?? '')
    ? new BackupRefused('DISK_REFUSED', `${file} cannot be written: ${message}. Nothing was changed.`, { cause: error })
    : undefined;
}

/** Whether an error is SQLite's word for this kind of fault. */
export function isSqlite(kind: keyof typeof sqliteKind, error: unknown): boolean {
  const { errcode } = error as SystemError;
  return errcode !== undefined && sqliteKind[kind].includes(errcode & 0xff);
}
