import type { Command } from 'commander';
import type { ListFlags } from '../import/run-list-command.ts';
import { dataOption } from './data-option.ts';
import { configOption } from './file-options.ts';
import { networkOption } from './network-option.ts';

/** `birge import list`: the journal of imports. */
export function defineImportList(command: Command): void {
  command
    .command('list')
    .summary('the journal of imports')
    .description('Every import that was to be written, newest first: who, what, when, how many rows, and what became of it.')
    .addOption(networkOption())
    .addOption(dataOption())
    .addOption(configOption())
    .option('--json', 'print { schema, ok, result, problems } as JSON')
    .addHelpText('after', '\nExample:\n  birge import list --network kz')
    .action(async (flags: ListFlags) => {
      const { runListCommand } = await import('../import/run-list-command.ts');
      await runListCommand(flags);
    });
}
