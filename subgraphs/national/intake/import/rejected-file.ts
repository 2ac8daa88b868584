import { openSourceTable } from '../reading/open-source-table.ts';
import type { SourceOptions } from '../reading/source-options.ts';
import { openRejectedFile } from '../writing/open-rejected-file.ts';
import type { FaultList } from './fault-list.ts';

/** Last headers of a file of refused rows. */
const ADDED = [/^(rejected_)?row$/, /^(rejected_)?column$/, /^(rejected_)?value$/, /^(rejected_)?rule$/, /^(rejected_)?hint$/];

const ENDING = '.rejected.csv';

/** Whether a file holds rows that were refused once: by its name, or by its headers, of which a steward may have taken those that were added. */
export function isRejectedFile(file: string, headers: readonly string[]): boolean {
  if (file.toLowerCase().endsWith(ENDING)) return true;
  const last = headers.slice(-ADDED.length);
  return last.length === ADDED.length && ADDED.every((name, index) => name.test(last[index] ?? ''));
}

/**
 * Writes the refused rows beside their file, each with its faults: to be corrected and imported again. The file is read once more, so that no row is
 * kept in memory.
 * Shape   the file, how it was read, faults -> path of the rejected file
 * Errors  OutputFault
 */
export async function writeRejectedFile(file: string, options: SourceOptions, faults: FaultList): Promise<string> {
  const target = `${file}${ENDING}`;
  const table = await openSourceTable(file, options);
  try {
    const rejected = await openRejectedFile(target, table);
    try {
      for await (const rows of table.rows()) {
        for (const source of rows) {
          if (!faults.errorRows.has(source.row)) continue;
          const own = faults.ofRow(source.row).filter(({ severity }) => severity === 'ERROR');
          await rejected.write(source, own);
        }
      }
      await rejected.close();
    } catch (error) {
      await rejected.discard();
      throw error;
    }
  } finally {
    await table.close();
  }
  return target;
}
