import type { Command } from 'commander';
import { configOption } from './file-options.ts';
import { printFindings } from '../schema/print-findings.ts';

interface CheckFlags {
  readonly config: string;
  readonly json?: boolean;
}

/** `birge check`: what a host runs before it publishes: its code, its text, and whether the federation can take it. */
export function defineCheck(program: Command): void {
  program
    .command('check')
    .summary("check subgraphs' contracts before publishing them")
    .description(
      "Emits the named subgraphs' texts in memory, compares them with the committed ones, composes them with the others' committed texts and runs " +
        'every check of the contract. Without a name: all members.',
    )
    .argument('[names...]', 'subgraphs to check')
    .addOption(configOption())
    .option('--json', 'print the findings as JSON: [{ check, where, message }]')
    .addHelpText(
      'after',
      '\nExit codes: 0 no finding, 1 findings, 2 wrong use.\n\nExamples:\n  birge check kazakhstan\n  birge check --json',
    )
    .action(async (names: string[], { config, json }: CheckFlags) => {
      const { checkContract } = await import('../schema/check-contract.ts');
      printFindings(await checkContract({ config, names }), json ?? false);
    });
}
