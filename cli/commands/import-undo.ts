import { type Command, InvalidArgumentError } from 'commander';
import type { UndoFlags } from '../import/run-undo-command.ts';
import { dataOption } from './data-option.ts';
import { configOption } from './file-options.ts';
import { networkOption } from './network-option.ts';

/** `birge import undo ID`: the database as it was before an import. */
export function defineImportUndo(command: Command): void {
  command
    .command('undo')
    .summary('take an import back')
    .description(
      'Takes the database back to what it was before an import: that one and all later ones, in one transaction. It reaches to the last five. What was published ' +
        'and goes is told in the feed of changes.',
    )
    .argument('<id>', 'number of the import, as birge import list shows it', (text) => {
      if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Accepted: a number that birge import list shows.');
      return Number(text);
    })
    .addOption(networkOption())
    .option('--dry-run', 'say which imports would be taken back; change nothing')
    .addOption(dataOption())
    .addOption(configOption())
    .option('--json', 'print { schema, ok, result, problems } as JSON')
    .addHelpText('after', '\nExamples:\n  birge import undo 7 --network kz --dry-run\n  birge import undo 7 --network kz')
    .action(async (id: number, flags: UndoFlags) => {
      const { runUndoCommand } = await import('../import/run-undo-command.ts');
      await runUndoCommand(id, flags);
    });
}
