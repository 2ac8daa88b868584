import { resolve } from 'node:path';
import type { Command } from 'commander';
import { configOption } from './file-options.ts';
import { networkOption } from './network-option.ts';

interface RestoreFlags {
  readonly network: string;
  readonly config: string;
  readonly json?: boolean;
}

/** `birge restore FILE`: while the process is stopped. */
export function defineRestore(program: Command): void {
  program
    .command('restore')
    .summary("put a backup in the place of a network's database")
    .description(
      "Checks a backup against the manifest beside it, then puts it in the place of the network's SQLite database by one rename. The database " +
        'that was there is kept. While a process has it open, nothing is done.',
    )
    .argument('<file>', 'what birge backup wrote', (file: string) => resolve(file))
    .addOption(networkOption())
    .addOption(configOption())
    .option('--json', 'print { file, replaced, member, madeAt, bytes, sha256, migrations, tables }, or { error: { code, message } }')
    .addHelpText(
      'after',
      `
Environment: BIRGE_DATA, DATABASE_URL or DATABASE_URL_<NAME>.

Example:
  birge restore var/backups/kazakhstan-20260301T120000Z.sqlite --network kz`,
    )
    .action(async (backup: string, { network, config, json }: RestoreFlags) => {
      const { runRestore } = await import('../backup/run-restore.ts');
      await runRestore({ network, backup, config, json: json ?? false });
    });
}
