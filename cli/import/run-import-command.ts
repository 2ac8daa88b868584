import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { AllowedFaults, ImportRequest, IntakePlace } from '../../subgraphs/national/intake/import/import-request.ts';
import { ImportRefused } from '../../subgraphs/national/intake/import/import-refused.ts';
import type { ImportReport } from '../../subgraphs/national/intake/import/import-report.ts';
import { actorOfProcess } from '../../subgraphs/national/intake/import/open-intake.ts';
import { runImport } from '../../subgraphs/national/intake/import/run-import.ts';
import type { Mapping } from '../../subgraphs/national/intake/mapping/mapping.ts';
import { readMapping } from '../../subgraphs/national/intake/mapping/read-mapping.ts';
import { SourceFault } from '../../subgraphs/national/intake/reading/source-fault.ts';
import { intakePlace, networkFolder, type PlaceFlags } from './intake-place.ts';
import { reportLines } from './print-report.ts';
import { showProgress } from './progress.ts';
import { refusalOf } from './refusal-of.ts';
import { printJson, printRefusal } from './say.ts';

export interface ImportFlags extends PlaceFlags {
  readonly as: string;
  readonly mapping?: string;
  readonly commit?: boolean;
  readonly allowDrop?: boolean;
  readonly maxErrors: AllowedFaults;
  readonly encoding?: string;
  readonly separator?: string;
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly headerRows?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `birge import FILE`: ends with the exit code that the file deserves. */
export async function runImportCommand(file: string, flags: ImportFlags): Promise<void> {
  const progress = showProgress(flags.json === true || flags.quiet === true);
  let report: ImportReport | null = null;
  try {
    const place: IntakePlace = { ...(await intakePlace(flags)), progress: progress.tell };
    report = await runImport(place, requestOf(file, flags, place.network.subgraph));
    progress.end();
    if (flags.json === true) printJson('import', shown(report), undefined);
    else for (const line of reportLines(report)) console.log(line);
  } catch (error) {
    progress.end();
    const refusal = refusalOf(error, flags);
    if (refusal === undefined) throw error;
    if (error instanceof ImportRefused) report = error.report;
    if (flags.json === true) printJson('import', report === null ? null : shown(report), refusal);
    else {
      if (report !== null) for (const line of reportLines(report).slice(0, -1)) console.log(line);
      printRefusal(refusal);
    }
    process.exitCode = refusal.exit;
  }
}

function requestOf(file: string, flags: ImportFlags, subgraph: string): ImportRequest {
  const { encoding, separator, sheet, headerRow, headerRows } = flags;
  const { mapping, text } = mappingOf(flags, subgraph);
  const options = { encoding, separator, sheet, headerRow, headerRows };
  return {
    file: resolve(file),
    kind: flags.as,
    mapping,
    mappingText: text,
    options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    isCommitted: flags.commit === true,
    mayDrop: flags.allowDrop === true,
    allowedFaults: flags.maxErrors,
    actor: actorOfProcess(),
  };
}

/** The mapping that is named, else the network's own for the kind; a data file needs none. */
function mappingOf({ mapping: named, as: kind }: ImportFlags, subgraph: string): { mapping: Mapping | null; text: string } {
  const file = named === undefined ? join(networkFolder(subgraph), 'mapping', `${kind}.yaml`) : resolve(named);
  if (named === undefined && !existsSync(file)) return { mapping: null, text: '' };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new SourceFault('FILE_UNREADABLE', {}, { found: `the mapping ${file}` }, error);
  }
  return { mapping: readMapping(basename(file), text), text };
}

/** What a program is given: rows of a file are shown to the eye alone. */
function shown(report: ImportReport) {
  const faults = report.faults.map(({ row, column, rule, hint, severity }) => ({ row, column, rule, hint, severity }));
  const { samples: _samples, ...rest } = report;
  return { ...rest, faults };
}
