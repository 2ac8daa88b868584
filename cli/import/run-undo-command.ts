import 'reflect-metadata';
import { actorOfProcess } from '../../subgraphs/national/intake/import/open-intake.ts';
import { undoImport } from '../../subgraphs/national/intake/import/undo-import.ts';
import { intakePlace, type PlaceFlags } from './intake-place.ts';
import { refusalOf } from './refusal-of.ts';
import { entryLine } from './run-list-command.ts';
import { printJson, printRefusal } from './say.ts';

export interface UndoFlags extends PlaceFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `birge import undo ID`. */
export async function runUndoCommand(id: number, flags: UndoFlags): Promise<void> {
  const isDone = flags.dryRun !== true;
  try {
    const { entries } = await undoImport(await intakePlace(flags), id, actorOfProcess(), isDone);
    if (flags.json === true) printJson('import-undo', { isDone, imports: entries.map((entry) => entry.id) }, undefined);
    else {
      console.log(
        isDone ? `Taken back, newest first; the database is as it was before import ${id}:` : 'This would be taken back, newest first:',
      );
      for (const entry of entries) console.log(`  ${entryLine(entry)}`);
    }
  } catch (error) {
    const refusal = refusalOf(error, flags);
    if (refusal === undefined) throw error;
    if (flags.json === true) printJson('import-undo', null, refusal);
    else printRefusal(refusal);
    process.exitCode = refusal.exit;
  }
}
