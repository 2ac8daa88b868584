import type { Command } from 'commander';
import { configOption } from './file-options.ts';
import { networkOption } from './network-option.ts';

interface QualityFlags {
  readonly network: string;
  readonly rule?: string;
  readonly since?: string;
  readonly report?: boolean;
  readonly keys?: boolean;
  readonly config: string;
  readonly json?: boolean;
}

/** `birge quality`: the rules of data quality over what a network has stored. */
export function defineQuality(program: Command): void {
  program
    .command('quality')
    .summary("check a network's stored data")
    .description(
      'Runs the rules of data quality over everything that the network has stored, keeps the result for the field `quality` of its door and prints it. ' +
        'It changes no record. docs/quality.md describes each rule.',
    )
    .addOption(networkOption())
    .option('--rule <code>', 'run this rule alone; the result is printed and not kept')
    .option('--since <day>', 'check records of this day (YYYY-MM-DD) and later; publications are checked whole')
    .option('--report', 'add which units delivered for which period, and which did not')
    .option('--keys', 'with --rule: add source and key of the first hundred records at fault, to find them in their registry')
    .addOption(configOption())
    .option('--json', 'print { network, checkedAt, since, rowsChecked, rules, findings, deliveries }, and `records` with --keys')
    .addHelpText(
      'after',
      `
Exit codes: 0 no error found (there may be warnings), 1 errors found, 2 wrong use, 3 no right to the database, 5 the database is damaged or away.
Environment: BIRGE_DATA, DATABASE_URL or DATABASE_URL_<NAME>.

Examples:
  birge quality --network kz
  birge quality --network kz --report
  birge quality --network kz --rule MINUTES_PER_DAY --since 2025-01-01 --keys`,
    )
    .action(async ({ report, keys, json, ...flags }: QualityFlags) => {
      const { runQuality } = await import('../quality/run-quality.ts');
      await runQuality({ ...flags, report: report ?? false, keys: keys ?? false, json: json ?? false });
    });
}
