import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ImportFlags } from '../import/run-import-command.ts';
import { defineImportList } from './import-list.ts';
import { defineImportUndo } from './import-undo.ts';
import { configOption } from './file-options.ts';
import { dataOption } from './data-option.ts';
import { networkOption } from './network-option.ts';

/** `birge import FILE`: a steward's file into a network's database; a dry run unless it is told to write. */
export function defineImport(program: Command): void {
  const command = program
    .command('import')
    .summary("bring a file into a network's database")
    .description(
      'Reads a file (CSV, XLSX, JSON, NDJSON), checks every row and says what is new, changed, unchanged and wrong. Nothing is written without --commit; ' +
        'then it is written wholly or not at all, and can be undone.',
    )
    .argument('<file>', 'file to bring in')
    // Its subcommands have options of the same names.
    .enablePositionalOptions()
    .option('--as <kind>', 'what its rows are: persons, participations, statements, … (needed)')
    // Needed too, but not by commander: it would ask its subcommands for it twice.
    .addOption(networkOption().makeOptionMandatory(false))
    .option('--mapping <file>', "mapping file (default: the network's mapping/<kind>.yaml; without one the columns bear the fields' names)")
    .option('--commit', 'write; without it the import is only tried')
    .option('--allow-drop', 'let more than 30 % of the rows go')
    .addOption(
      new Option('--max-errors <n>', 'take the good rows while no more than this many (10) or this share (2%) are wrong')
        .argParser(parseAllowed)
        .default({ count: 0, unit: 'rows' }, '0'),
    )
    .option('--encoding <name>', 'encoding of the text: windows-1251, rk1048, utf-8, …')
    .option('--separator <sign>', 'separator of the cells: ";" "," "|" or tab')
    .option('--sheet <name>', 'sheet of a workbook')
    .option('--header-row <n>', 'row on which the header begins', parseCount)
    .option('--header-rows <n>', 'rows that the header has', parseCount)
    .addOption(dataOption())
    .addOption(configOption())
    .option('--quiet', 'no progress')
    .option('--json', 'print { schema, ok, result, problems } as JSON')
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 1 the file is at fault, 2 wrong use, 3 no right to write, 5 the machine (disk full, another import is running).

Examples:
  birge import export.csv --as participations --network kz                     try it
  birge import export.csv --as participations --network kz --commit            write it
  birge import export.csv.rejected.csv --as participations --network kz --commit   what was refused, once it is corrected
  birge import subgraphs/kazakhstan/data/statements.csv --as statements --network kz --commit`,
    )
    .action(async (file: string, flags: ImportFlags) => {
      for (const needed of ['as', 'network'] as const) {
        if (flags[needed] === undefined) command.error(`error: option --${needed} is needed; see birge import --help`);
      }
      const { runImportCommand } = await import('../import/run-import-command.ts');
      await runImportCommand(file, flags.separator === 'tab' ? { ...flags, separator: '\t' } : flags);
    });
  defineImportList(command);
  defineImportUndo(command);
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Accepted: a whole number from 1.');
  return Number(text);
}

function parseAllowed(text: string): ImportFlags['maxErrors'] {
  const parts = /^(\d{1,9}(?:\.\d+)?)(%?)$/.exec(text);
  const count = Number(parts?.[1]);
  if (parts === null || (parts[2] === '%' ? count > 100 : !Number.isInteger(count))) {
    throw new InvalidArgumentError('Accepted: a number of rows such as 10, or a share such as 2%.');
  }
  return { count, unit: parts[2] === '%' ? 'percent' : 'rows' };
}
