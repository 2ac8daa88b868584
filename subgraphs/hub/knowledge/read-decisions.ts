import { fileURLToPath } from 'node:url';
import type { TextVersions } from '../../contract/values/localized-text.ts';
import { DataFileError, readCsvFile } from '../../storage/read-csv-file.ts';
import type { ContradictionStatus } from '../merge/contradictions/contradiction.ts';

/** What the owner of a contradiction's rows decided: the figures stay as they are. */
export interface Decision {
  readonly status: Exclude<ContradictionStatus, 'OPEN'>;
  readonly note: TextVersions;
}

const FILE = 'contradiction-decisions.csv';
const COLUMNS = ['id', 'status', 'owner', 'note_ru', 'note_kk', 'note_uz', 'note_en'];
const ID = /^hub:contradiction:[0-9a-f]{16}$/;

/**
 * The decisions on contradictions, by the id of the contradiction. A decision whose rows are superseded falls away by itself, since the id follows
 * from the rows.
 * Errors  DataFileError that names the row
 */
export async function readDecisions(dataFolder: URL): Promise<ReadonlyMap<string, Decision>> {
  const rows = await readCsvFile(fileURLToPath(new URL(FILE, dataFolder)), COLUMNS);
  return new Map(
    rows.map((row, index): [string, Decision] => {
      const { id, status, owner } = row;
      const refuse = (rule: string): never => {
        throw new DataFileError(`${FILE} row ${index + 2}: ${rule}`);
      };
      if (id == null || !ID.test(id)) return refuse('id must read hub:contradiction: and 16 hexadecimal digits');
      if (status !== 'EXPLAINED' && status !== 'RESOLVED') return refuse('status must be EXPLAINED or RESOLVED');
      if (owner == null) return refuse('owner must name the country whose network decided');
      const text = (language: string): string | null => row[`note_${language}`] ?? null;
      const note = { ru: text('ru'), kk: text('kk'), uz: text('uz'), en: text('en') };
      if (Object.values(note).every((version) => version == null)) return refuse('a decision needs a note in one language at least');
      return [id, { status, note }];
    }),
  );
}
