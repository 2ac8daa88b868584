import 'reflect-metadata';
import { resolve } from 'node:path';
import { ImportRefused } from '../../subgraphs/national/intake/import/import-refused.ts';
import { findImportKind, importKinds } from '../../subgraphs/national/intake/kinds/import-kinds.ts';
import { suggestMapping } from '../../subgraphs/national/intake/mapping/suggest-mapping.ts';
import { openSourceTable } from '../../subgraphs/national/intake/reading/open-source-table.ts';
import { refusalOf } from './refusal-of.ts';
import { printJson, printRefusal } from './say.ts';

export interface SuggestFlags {
  readonly as?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly json?: boolean;
}

const SHOWN = 3;
const LOOKED_AT = 50;

/** `birge mapping suggest FILE`: the draft goes to standard output, what is said about it to standard error. */
export async function runSuggestCommand(file: string, { as: kind, encoding, sheet, json }: SuggestFlags): Promise<void> {
  try {
    if (kind !== undefined && findImportKind(kind) === undefined) {
      throw new ImportRefused('KIND_UNKNOWN', { found: kind, accepted: importKinds.map(({ name }) => name) });
    }
    const said = Object.entries({ encoding, sheet }).filter(([, value]) => value !== undefined);
    const table = await openSourceTable(resolve(file), Object.fromEntries(said));
    const cells: (readonly (string | null)[])[] = [];
    try {
      for await (const rows of table.rows()) {
        cells.push(...rows.slice(0, LOOKED_AT - cells.length).map((row) => row.cells));
        if (cells.length >= LOOKED_AT) break;
      }
    } finally {
      await table.close();
    }
    const draft = suggestMapping(table, cells, kind);
    if (json === true) printJson('mapping-suggest', draft, undefined);
    else {
      console.log(draft.text.trimEnd());
      console.error(
        `\n${table.format}${table.encoding === null ? '' : `, ${table.encoding}`}, as ${draft.kind}. First rows, as they were decoded:`,
      );
      for (const row of cells.slice(0, SHOWN))
        console.error(`  ${table.headers.map((header, index) => `${header}=${row[index] ?? ''}`).join(' · ')}`);
    }
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    if (json === true) printJson('mapping-suggest', null, refusal);
    else printRefusal(refusal);
    process.exitCode = refusal.exit;
  }
}
