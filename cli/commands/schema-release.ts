import type { Command } from 'commander';
import { configOption } from './file-options.ts';

interface ReleaseFlags {
  readonly config: string;
  readonly dryRun?: boolean;
}

/** `birge schema release`: from now on clients may rely on the current texts. */
export function defineSchemaRelease(schema: Command): void {
  schema
    .command('release')
    .description("Copies the members' current texts to schema/released/: what `check` compares with to find a change that breaks clients.")
    .addOption(configOption())
    .option('--dry-run', 'say what would change; write nothing')
    .addHelpText('after', '\nExample:\n  birge schema release')
    .action(async (flags: ReleaseFlags) => {
      const { releaseSchema } = await import('../schema/release-schema.ts');
      releaseSchema(flags);
    });
}
