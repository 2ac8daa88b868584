import { exitCode } from './exit-code.ts';
import { UserError } from './user-error.ts';

/** Primary result codes of SQLite. */
const SQLITE: Readonly<Record<number, readonly [code: number, words: string]>> = {
  3: [exitCode.rights, 'the database may not be read or written: check the rights of its folder'],
  5: [exitCode.machine, 'the database is locked by another process for too long; try again'],
  8: [exitCode.rights, 'the database may not be written: its file, folder or disk is read-only'],
  10: [exitCode.machine, 'the disk failed to read or write the database'],
  11: [exitCode.machine, 'the database file is damaged; restore a backup'],
  13: [exitCode.machine, 'the disk is full, or the database has reached its largest size; make room and try again'],
  14: [exitCode.rights, 'the database cannot be opened: check that it is a file, and that its folder is there and may be written'],
  26: [exitCode.machine, 'the file of the database is no database; move it away or restore a backup'],
};
const FILES: Readonly<Record<string, readonly [code: number, words: string]>> = {
  EACCES: [exitCode.rights, 'there is no right to write here'],
  EPERM: [exitCode.rights, 'there is no right to write here'],
  EEXIST: [exitCode.rights, 'a file stands where the folder of the databases should be: set BIRGE_DATA to a folder'],
  ENOTDIR: [exitCode.rights, 'a file stands where a folder should be: set BIRGE_DATA to a folder'],
  EROFS: [exitCode.rights, 'the disk is read-only'],
  ENOSPC: [exitCode.machine, 'the disk is full; make room and try again'],
  EFBIG: [exitCode.machine, 'the file would be larger than this account may write'],
  EDQUOT: [exitCode.machine, 'the disk quota is used up; make room and try again'],
  ECONNREFUSED: [exitCode.machine, 'PostgreSQL does not answer at its address'],
  ENOTFOUND: [exitCode.machine, 'the address of PostgreSQL is not known'],
  ECONNRESET: [exitCode.machine, 'the connection to PostgreSQL broke; try again'],
  EPIPE: [exitCode.machine, 'the connection to PostgreSQL broke; try again'],
  ETIMEDOUT: [exitCode.machine, 'PostgreSQL does not answer at its address'],
  '08000': [exitCode.machine, 'the connection to PostgreSQL broke; try again'],
  '08003': [exitCode.machine, 'the connection to PostgreSQL broke; try again'],
  '08006': [exitCode.machine, 'the connection to PostgreSQL broke; try again'],
  '25006': [exitCode.rights, 'PostgreSQL allows this account to read only'],
  '42501': [exitCode.rights, 'PostgreSQL does not allow this account to write'],
  '28000': [exitCode.rights, 'PostgreSQL does not let this account in'],
  '28P01': [exitCode.rights, 'PostgreSQL does not let this account in'],
  '3D000': [exitCode.rights, 'PostgreSQL has no such database; createdb makes it'],
  '53100': [exitCode.machine, 'the disk of PostgreSQL is full; make room and try again'],
  '53200': [exitCode.machine, 'PostgreSQL has no memory left; try again'],
  '53300': [exitCode.machine, 'PostgreSQL has too many connections; try again'],
  '55P03': [exitCode.machine, 'the database is locked by another process for too long; try again'],
  '57014': [exitCode.machine, 'PostgreSQL ended the work, for it took longer than its statement_timeout allows or somebody cancelled it'],
  '57P01': [exitCode.machine, 'PostgreSQL was stopped; try again'],
  '57P02': [exitCode.machine, 'PostgreSQL was stopped; try again'],
  '57P03': [exitCode.machine, 'PostgreSQL is starting or stopping; try again'],
};
const PRIMARY_CODE = 0xff;

/** A fault of the machine or of rights: its exit code, and what to do in words; undefined for any other. */
export function knownMachineFault(error: unknown): readonly [code: number, words: string] | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, errcode } = cause as Error & { code?: unknown; errcode?: unknown };
    const known = typeof errcode === 'number' ? SQLITE[errcode & PRIMARY_CODE] : typeof code === 'string' ? FILES[code] : undefined;
    if (known !== undefined) return known;
    // The driver gives this one no code.
    if (cause.message === 'Connection terminated unexpectedly') return [exitCode.machine, 'the connection to PostgreSQL broke; try again'];
  }
  return undefined;
}

/** The same as a line about an import: nothing was written. */
export function machineFault(error: unknown): UserError | undefined {
  const known = knownMachineFault(error);
  return known && new UserError(`${known[1]}. Nothing was written.`, known[0], { cause: error });
}
