import { type Command, InvalidArgumentError } from 'commander';
import { configOption } from './file-options.ts';
import { withRefusalsAsJson } from '../network/print-refusal.ts';
import { portOption } from './port-option.ts';

interface NewFlags {
  readonly name?: string;
  readonly nameRu?: string;
  readonly nameKk?: string;
  readonly nameUz?: string;
  readonly endonym?: string;
  readonly endonymLanguage?: string;
  readonly languages?: string[];
  readonly subgraph?: string;
  readonly port?: number;
  readonly config: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `birge network new CODE`: a complete folder and a row in the member list. */
export function defineNetworkNew(network: Command): void {
  network
    .command('new')
    .summary('bring a country in')
    .description(
      'Writes a complete network folder with sample data, subgraphs/<name>/, and its row in the member list. On a terminal it asks what you did not ' +
        'say, five questions at most; names default to those of Unicode CLDR, regions to those of ISO 3166-2, the port to the next free one.',
    )
    .argument('<code>', 'the country, ISO 3166-1 alpha-2', (code) => code.toUpperCase())
    .option('--name <text>', 'name of the country in English')
    .option('--name-ru <text>', 'its name in Russian')
    .option('--name-kk <text>', 'its name in Kazakh')
    .option('--name-uz <text>', 'its name in Uzbek')
    .option('--endonym <text>', 'its own name for itself')
    .option('--endonym-language <tag>', 'the language of that name, BCP 47')
    .option('--languages <tags>', 'languages the network works in, BCP 47, with commas between', readLanguages)
    .option('--subgraph <name>', 'name of the subgraph, the folder and the root field (default: made of the name)')
    .addOption(portOption('port of the subgraph (default: the next free one)', 1))
    .addOption(configOption())
    .option('--yes', 'ask nothing, take the defaults')
    .option('--dry-run', 'say what would be written; write nothing')
    .option('--json', 'print { network, dryRun, files, next }, or { error: { code, message } }; asks nothing')
    .addHelpText(
      'after',
      `
Where there is no terminal it asks nothing, as with --yes. To undo: birge network remove NAME.
Exit codes: 0 done, or you said no to the last question; 1 left by Ctrl-C or Ctrl-D, nothing was written; 2 refused, nothing was written.

Examples:
  birge network new BY
  birge network new BY --name Belarus --languages ru,en --yes
  birge network new KG --endonym Кыргызстан --endonym-language ky --port 4004 --dry-run`,
    )
    .action((country: string, { config, yes = false, dryRun = false, json = false, ...given }: NewFlags) =>
      withRefusalsAsJson(json, async () => {
        const { newNetwork } = await import('../network/new-network.ts');
        const isAsking = process.stdin.isTTY && process.stdout.isTTY && !yes && !json;
        await newNetwork({ given: { country, ...given }, config, isAsking, dryRun, json });
      }),
    );
}

function readLanguages(list: string): string[] {
  const tags = list.split(',').map((tag) => tag.trim());
  if (tags.some((tag) => tag === '')) throw new InvalidArgumentError('Languages are tags with commas between them, such as ru,en.');
  return tags;
}
