import type { Command } from 'commander';
import { configOption, outputOption } from './file-options.ts';

interface ComposeFlags {
  readonly config: string;
  readonly output: string;
  readonly dryRun?: boolean;
  readonly hints?: boolean;
  readonly json?: boolean;
}

/** `birge compose`: the members' texts into one supergraph, with the library that Rover uses. */
export function defineCompose(program: Command): void {
  program
    .command('compose')
    .summary("compose the members' texts into the supergraph")
    .description(
      "Makes the hub's text anew where its code is here, since its doors follow from the countries' texts, and composes the members' texts into the " +
        'supergraph file that gateways and routers read.',
    )
    .addOption(configOption())
    .addOption(outputOption())
    .option('--dry-run', 'compose and say what would change; write nothing')
    .option('--hints', "print the composition's hints")
    .option('--json', 'print { file, changed, texts, hints, errors }')
    .addHelpText(
      'after',
      '\nExamples:\n  birge compose\n  birge compose --config other/rover.yaml --output /tmp/supergraph.graphql --dry-run',
    )
    .action(async (flags: ComposeFlags) => {
      const { writeSupergraph } = await import('../schema/write-supergraph.ts');
      await writeSupergraph(flags);
    });
}
