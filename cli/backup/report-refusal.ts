import { BackupRefused } from '../../subgraphs/storage/backup/backup-refused.ts';
import { exitCode } from '../exit-code.ts';
import { UserError } from '../user-error.ts';

const wrongUse = new Set(['BACKUP_EXISTS', 'DATABASE_MISSING', 'BACKUP_UNREADABLE', 'BACKUP_OF_ANOTHER', 'BACKUP_TOO_NEW']);

const machine = new Set(['DATABASE_IN_USE', 'DISK_REFUSED']);

/** Runs the work; a refusal becomes a line for a person, or with `json` `{ error: { code, message } }` on standard output. */
export async function reportRefusal(json: boolean, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    const code = wrongUse.has(error.code) ? exitCode.wrongUse : machine.has(error.code) ? exitCode.machine : exitCode.findings;
    if (!json) throw new UserError(`${error.message} (${error.code})`, code, { cause: error });
    console.log(JSON.stringify({ error: { code: error.code, message: error.message } }, null, 2));
    process.exitCode = code;
  }
}
