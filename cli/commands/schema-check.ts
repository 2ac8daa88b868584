import type { Command } from 'commander';
import { configOption } from './file-options.ts';
import { printFindings } from '../schema/print-findings.ts';

interface SchemaCheckFlags {
  readonly config: string;
  readonly json?: boolean;
}

/** `birge schema check`: the whole contract, as `npm run check` asks it. */
export function defineSchemaCheck(schema: Command): void {
  schema
    .command('check')
    .description(
      'Fails when code and text differ, when composition fails, when a change breaks released clients, when a description is missing, when a field ' +
        'that crosses a border is non-null, when a name looks personal, or when two countries resolve one name.',
    )
    .addOption(configOption())
    .option('--json', 'print the findings as JSON: [{ check, where, message, affects }]')
    .addHelpText('after', '\nExit codes: 0 no finding, 1 findings, 2 wrong use.\n\nExample:\n  birge schema check')
    .action(async ({ config, json }: SchemaCheckFlags) => {
      const { checkContract } = await import('../schema/check-contract.ts');
      printFindings(await checkContract({ config, names: [] }), json ?? false);
    });
}
