import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Month, monthOption } from '../synth/month-option.ts';
import { configOption } from './file-options.ts';
import { networkOption } from './network-option.ts';
import { wholeNumber } from './whole-number.ts';

interface SynthFlags {
  readonly network: string;
  readonly persons: number;
  readonly seed: number;
  readonly from: Month;
  readonly to: Month;
  readonly out?: string;
  readonly import?: boolean;
  readonly config: string;
  readonly json?: boolean;
}

/** `birge synth`: files to try an import with. */
export function defineSynth(program: Command): void {
  program
    .command('synth')
    .summary('make up a registry to try things with')
    .description(
      'Writes a made-up registry, one CSV file for each kind of record, in the shape of the network’s own exports: its encoding, its headers, its ' +
        'way to write dates and hours. The persons are nobody: every key begins with SYN-, every file name says synthetic. The same seed gives ' +
        'the same bytes. Files that are there are written over.',
    )
    .addOption(networkOption())
    .option('--persons <number>', 'how many volunteers', wholeNumber(1, 10_000_000), 2_000)
    .option('--seed <number>', 'which registry: another number, another registry', wholeNumber(0, 2_147_483_647), 1)
    .addOption(monthOption('--from <month>', 'first month in which something happens', '2024-01'))
    .addOption(monthOption('--to <month>', 'last month; let it lie in the past', '2025-12'))
    .option('--out <folder>', 'where to write (default: synthetic/CODE in BIRGE_DATA)', (folder) => resolve(folder))
    .option('--import', 'bring the files into the database, too, as birge import --commit does')
    .addOption(configOption())
    .option('--json', 'print { network, seed, persons, folder, files: [{ kind, file, mapping, rows, bytes, sha256 }], imports }')
    .addHelpText(
      'after',
      `
Environment: BIRGE_DATA, DATABASE_URL or DATABASE_URL_<NAME> (for --import).

Examples:
  birge synth --network kz --persons 240000 --seed 1
  birge synth --network uz --import
  birge synth --network ru --persons 500 --out /tmp/registry --from 2025-01 --to 2025-06 --json`,
    )
    .action(async ({ network, persons, seed, from, to, out, import: isImported, config, json }: SynthFlags) => {
      const { runSynth } = await import('../synth/run-synth.ts');
      await runSynth({ network, persons, seed, from, to, out, isImported: isImported ?? false, config, json: json ?? false });
    });
}
