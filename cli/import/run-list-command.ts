import 'reflect-metadata';
import { readJournal, type StoredEntry } from '../../subgraphs/national/intake/import/journal.ts';
import { type Intake, openIntake } from '../../subgraphs/national/intake/import/open-intake.ts';
import { intakePlace, type PlaceFlags } from './intake-place.ts';
import { refusalOf } from './refusal-of.ts';
import { printJson, printRefusal } from './say.ts';

export interface ListFlags extends PlaceFlags {
  readonly json?: boolean;
}

/** `birge import list`: the journal, newest first. */
export async function runListCommand(flags: ListFlags): Promise<void> {
  try {
    const intake = await openIntake(await intakePlace(flags));
    const entries = await readEntries(intake);
    if (flags.json === true) printJson('import-list', entries, undefined);
    else if (entries.length === 0) console.log('Nothing was imported yet.');
    else for (const entry of entries) console.log(entryLine(entry));
  } catch (error) {
    const refusal = refusalOf(error, flags);
    if (refusal === undefined) throw error;
    if (flags.json === true) printJson('import-list', null, refusal);
    else printRefusal(refusal);
    process.exitCode = refusal.exit;
  }
}

async function readEntries(intake: Intake): Promise<StoredEntry[]> {
  try {
    return await readJournal(intake.database.read);
  } finally {
    await intake.close();
  }
}

/** One entry of the journal, as a line. */
export function entryLine(entry: StoredEntry): string {
  const { id, kind, source, actor, outcome, reason } = entry;
  const counts = `${entry.rows_read} read, ${entry.rows_new} new, ${entry.rows_changed} changed, ${entry.rows_removed} removed, ${entry.rows_rejected} rejected`;
  const when = `${entry.started_at.slice(0, 16).replace('T', ' ')} UTC`;
  return `${id}  ${when}  ${outcome}${reason === null ? '' : ` ${reason}`}  ${kind} of ${source} from ${entry.file_name}: ${counts}; by ${actor}, mapping ${entry.mapping_name} ${entry.mapping_version}, sha256 ${entry.file_hash.slice(0, 12)}`;
}
