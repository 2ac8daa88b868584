import type { Command } from 'commander';
import { withRefusalsAsJson } from '../network/print-refusal.ts';
import { configOption } from './file-options.ts';

interface RemoveFlags {
  readonly config: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `birge network remove NAME`: out of the federation; nothing of the country's own is deleted. */
export function defineNetworkRemove(network: Command): void {
  network
    .command('remove')
    .summary('take a country out of the federation')
    .description(
      "Takes a network's row out of the member list and removes its text. Its folder and its database stay: they are the country's, delete them " +
        'yourself.',
    )
    .argument('<name>', "the subgraph's name in the member list")
    .addOption(configOption())
    .option('--dry-run', 'say what would change; change nothing')
    .option('--json', 'print { changed, removed, kept, next }, or { error: { code, message } }')
    .addHelpText('after', '\nExamples:\n  birge network remove belarus --dry-run\n  birge network remove belarus && birge compose')
    .action((name: string, { config, dryRun = false, json = false }: RemoveFlags) =>
      withRefusalsAsJson(json, async () => {
        const { removeNetwork } = await import('../network/remove-network.ts');
        removeNetwork({ name, config, dryRun, json });
      }),
    );
}
