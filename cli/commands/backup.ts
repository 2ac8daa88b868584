import { resolve } from 'node:path';
import type { Command } from 'commander';
import { configOption } from './file-options.ts';
import { networkOption } from './network-option.ts';

interface BackupFlags {
  readonly network: string;
  readonly to?: string;
  readonly config: string;
  readonly json?: boolean;
}

/** `birge backup`: while the process serves and imports. */
export function defineBackup(program: Command): void {
  program
    .command('backup')
    .summary("copy a network's database while it is in use")
    .description(
      "Writes a copy of one network's SQLite database, as it is at this moment, and checks it: pages, references, numbers of rows. Whoever reads " +
        'or imports meanwhile is not disturbed. FILE.json beside it holds its checksum; keep the two together.',
    )
    .addOption(networkOption())
    .option('--to <file>', 'the copy to write (default: backups/NAME-TIME.sqlite in BIRGE_DATA)', (file) => resolve(file))
    .addOption(configOption())
    .option('--json', 'print { file, member, madeAt, bytes, sha256, migrations, tables }, or { error: { code, message } }')
    .addHelpText(
      'after',
      `
A network in PostgreSQL is backed up by pg_dump; docs/operate.md shows how.
Environment: BIRGE_DATA, DATABASE_URL or DATABASE_URL_<NAME>.

Examples:
  birge backup --network kz
  birge backup --network hub --to /backup/hub.sqlite --json`,
    )
    .action(async ({ network, to, config, json }: BackupFlags) => {
      const { runBackup } = await import('../backup/run-backup.ts');
      await runBackup({ network, to, config, json: json ?? false });
    });
}
