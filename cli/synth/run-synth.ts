import { join } from 'node:path';
import type { IntakePlace } from '../../subgraphs/national/intake/import/import-request.ts';
import { dayOf } from '../../subgraphs/national/synth/day.ts';
import { SynthProfileInvalid } from '../../subgraphs/national/synth/synth-profile.ts';
import { type SyntheticFile, writeSyntheticFiles } from '../../subgraphs/national/synth/write-synthetic-files.ts';
import { databaseFault } from '../database-fault.ts';
import { placeOfDatabase } from '../database-place.ts';
import { readEnvironment } from '../environment.ts';
import { exitCode } from '../exit-code.ts';
import { intakePlace } from '../import/intake-place.ts';
import { UserError } from '../user-error.ts';
import type { Month } from './month-option.ts';

export interface SynthFlags {
  readonly network: string;
  readonly persons: number;
  readonly seed: number;
  readonly from: Month;
  readonly to: Month;
  readonly out: string | undefined;
  readonly isImported: boolean;
  readonly config: string;
  readonly json: boolean;
}

/** `birge synth`: a made-up registry as files in the network's own shape, and with `--import` in its database. */
export async function runSynth({ persons, seed, from, to, out, isImported, json, ...place }: SynthFlags): Promise<void> {
  // Under a parent it ends with it: a killed `birge up` leaves nothing behind.
  process.channel?.unref();
  if (process.channel) process.once('disconnect', () => process.exit(exitCode.findings));
  const { network, dataFolder, ...rest } = await intakePlace(place);
  const code = network.country.toLowerCase();
  const [first, last] = [dayOf(from.year, from.month, 1), dayOf(to.year, to.month + 1, 1) - 1];
  if (last < first) throw new UserError('--to must not lie before --from.');
  const folder = out ?? join(dataFolder, 'synthetic', code);
  const files = await writeSyntheticFiles(network, {
    folder,
    persons,
    seed,
    from: first,
    to: last,
    onFile: (kind) => tell(`writing ${kind}`),
  })
    .catch((error: unknown) => {
      throw error instanceof SynthProfileInvalid ? new UserError(error.message, undefined, { cause: error }) : error;
    })
    .finally(() => tell(''));
  const imports = isImported ? await bringIn({ network, dataFolder, ...rest }, files) : null;
  if (json) console.log(JSON.stringify({ network: network.country, seed, persons, folder, files, imports }, null, 2));
  else print(code, files, imports);
}

interface Brought {
  readonly kind: string;
  readonly importId: number | null;
  readonly new: number;
  readonly rejected: number;
}

async function bringIn(place: IntakePlace, files: readonly SyntheticFile[]): Promise<Brought[]> {
  const { importFiles } = await import('./import-files.ts');
  const reports = await importFiles({ ...place, progress: (step) => tell(step) }, files)
    .catch((error: unknown) => {
      throw databaseFault(error, placeOfDatabase(place.network.subgraph, readEnvironment(), place.dataFolder)) ?? error;
    })
    .finally(() => tell(''));
  return reports.map(({ kind, importId, counts }) => ({ kind, importId, new: counts.new, rejected: counts.rejected }));
}

/** What is being done, on a terminal only. */
function tell(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${words}`);
}

function print(code: string, files: readonly SyntheticFile[], imports: readonly Brought[] | null): void {
  for (const { file, rows, bytes } of files) console.log(`${file}: ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB`);
  const made = 'Everything in them is made up; every key begins with SYN-.';
  const [example] = files;
  if (imports !== null) console.log(`${made} All are imported: birge import list --network ${code}`);
  else if (example) console.log(`${made} To try one: birge import ${example.file} --as ${example.kind} --network ${code}`);
}
