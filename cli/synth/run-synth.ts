import { join } from 'node:path';
import { dayOf } from '../../subgraphs/national/synth/day.ts';
import { SynthProfileInvalid } from '../../subgraphs/national/synth/synth-profile.ts';
import { type SyntheticFile, writeSyntheticFiles } from '../../subgraphs/national/synth/write-synthetic-files.ts';
import { readEnvironment } from '../environment.ts';
import { loadNetwork } from '../load-network.ts';
import { namedMember } from '../named-member.ts';
import { UserError } from '../user-error.ts';
import type { Month } from './month-option.ts';

export interface SynthFlags {
  readonly network: string;
  readonly persons: number;
  readonly seed: number;
  readonly from: Month;
  readonly to: Month;
  readonly out: string | undefined;
  readonly config: string;
  readonly json: boolean;
}

/** `birge synth`: a made-up registry as files in the network's own shape. */
export async function runSynth({ network: asked, persons, seed, from, to, out, config, json }: SynthFlags): Promise<void> {
  const network = await loadNetwork(namedMember(asked, config));
  const code = network.country.toLowerCase();
  const [first, last] = [dayOf(from.year, from.month, 1), dayOf(to.year, to.month + 1, 1) - 1];
  if (last < first) throw new UserError('--to must not lie before --from.');
  const folder = out ?? join(readEnvironment().dataFolder, 'synthetic', code);
  const files = await writeSyntheticFiles(network, {
    folder,
    persons,
    seed,
    from: first,
    to: last,
    onFile: (kind) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001B[Kwriting ${kind}`);
    },
  })
    .catch((error: unknown) => {
      if (error instanceof SynthProfileInvalid) throw new UserError(error.message, undefined, { cause: error });
      throw error;
    })
    .finally(() => {
      if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
    });
  if (json) console.log(JSON.stringify({ network: network.country, seed, persons, folder, files }, null, 2));
  else print(files);
}

function print(files: readonly SyntheticFile[]): void {
  for (const { file, rows, bytes } of files) console.log(`${file}: ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB`);
  console.log('Everything in them is made up; every key begins with SYN-.');
}
