import { join } from 'node:path';
import { backupDatabase } from '../../subgraphs/storage/backup/backup-database.ts';
import { readEnvironment } from '../environment.ts';
import { reportRefusal } from './report-refusal.ts';
import { inMegabytes, showProgress } from './show-progress.ts';
import { sqliteMember } from './sqlite-member.ts';

/** `birge backup`: a proven copy of one member's database, while it runs. */
export async function runBackup(flags: { network: string; to: string | undefined; config: string; json: boolean }): Promise<void> {
  const environment = readEnvironment();
  const { name, file } = sqliteMember(flags.network, flags.config, environment);
  const now = new Date();
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const target = flags.to ?? join(environment.dataFolder, 'backups', `${name}-${stamp}.sqlite`);
  const progress = showProgress();
  await reportRefusal(flags.json, async () => {
    const manifest = await backupDatabase({ member: name, file, target, now: () => now, onProgress: progress.onProgress }).finally(
      progress.end,
    );
    if (flags.json) {
      console.log(JSON.stringify({ file: target, ...manifest }, null, 2));
      return;
    }
    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
    console.log(`${target}: ${inMegabytes(manifest.bytes)}, ${rows} rows in ${Object.keys(manifest.tables).length} tables, checked.`);
    console.log(`To bring it back: stop ${name}, then birge restore ${target} --network ${flags.network}`);
  });
}
