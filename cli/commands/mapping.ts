import type { Command } from 'commander';
import type { SuggestFlags } from '../import/run-suggest-command.ts';

/** `birge mapping …`: how a steward's file becomes rows. */
export function defineMapping(program: Command): void {
  const mapping = program
    .command('mapping')
    .summary('draft mapping files')
    .description("Mapping files say what the columns of a steward's file are.");
  mapping
    .command('suggest')
    .summary('draft a mapping from the headers of a file')
    .description(
      'Reads the headers and the first rows of a file and prints a draft of its mapping, with three rows as they were decoded. Nothing is written.',
    )
    .argument('<file>', 'file to look at')
    .option('--as <kind>', 'what its rows are (default: the kind that fits best)')
    .option('--encoding <name>', 'encoding of the text')
    .option('--sheet <name>', 'sheet of a workbook')
    .option('--json', 'print { schema, ok, result, problems } as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  birge mapping suggest export.csv\n  birge mapping suggest export.csv --as participations > mapping/participations.yaml',
    )
    .action(async (file: string, flags: SuggestFlags) => {
      const { runSuggestCommand } = await import('../import/run-suggest-command.ts');
      await runSuggestCommand(file, flags);
    });
}
