import type { Command } from 'commander';
import { configOption } from './file-options.ts';

interface EmitFlags {
  readonly config: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `birge schema emit`: writes the texts of schema/ from code. */
export function defineSchemaEmit(schema: Command): void {
  schema
    .command('emit')
    .description("Writes the subgraphs' texts from code, the countries' first and then the hub's, and composes the supergraph.")
    .addOption(configOption())
    .option('--dry-run', 'say what would change; write nothing')
    .option('--json', 'print [{ file, changed }]')
    .addHelpText('after', '\nExamples:\n  birge schema emit\n  birge schema emit --dry-run')
    .action(async (flags: EmitFlags) => {
      const { writeSchema } = await import('../schema/write-schema.ts');
      await writeSchema(flags);
    });
}
