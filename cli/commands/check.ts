import { type Command, Option } from 'commander';
import { configOption } from './file-options.ts';
import { printFindings } from '../schema/print-findings.ts';

interface CheckFlags {
  readonly config: string;
  readonly sdl?: string;
  readonly url?: string;
  readonly json?: boolean;
}

/** `birge check`: what a host runs before it publishes: its code, its text, and whether the federation can take it. */
export function defineCheck(program: Command): void {
  program
    .command('check')
    .summary("check subgraphs' contracts before publishing them")
    .description(
      "Takes the named subgraphs' texts from their code here, from a file or from a running process, compares each with the text that others rely on " +
        "(the released one, else the committed one), composes it with the others' and runs every check of the contract. For each change that breaks " +
        'something it names the stored queries and the questions of the hub that ask for the place, and the members that declare it as well. ' +
        'Without a name: all members, from code. Nothing is written.',
    )
    .argument('[names...]', 'subgraphs to check')
    .addOption(configOption())
    .addOption(new Option('--sdl <file>', 'the text of the one named subgraph, from a file').conflicts('url'))
    .option('--url <url>', 'the text of the one named subgraph, from the process that answers there')
    .option('--json', 'print the findings as JSON: [{ check, where, message, affects: [{ kind, name, at }] }]')
    .addHelpText(
      'after',
      `
A name that is no member yet is checked, with --sdl or --url, as one that joins.
Exit codes: 0 no finding, 1 findings or no answer from the URL, 2 wrong use.

Examples:
  birge check kazakhstan
  birge check kazakhstan --sdl new/kazakhstan.graphql
  birge check kazakhstan --url https://kz.example/graphql --json`,
    )
    .action(async (names: string[], { config, sdl, url, json }: CheckFlags) => {
      const { checkContract } = await import('../schema/check-contract.ts');
      const { askText, readTextFile } = await import('../schema/foreign-text.ts');
      const foreign = sdl === undefined ? url && (await askText(url)) : readTextFile(sdl);
      printFindings(await checkContract({ config, names, foreign: foreign || undefined }), json ?? false);
    });
}
