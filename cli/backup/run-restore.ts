import { restoreDatabase } from '../../subgraphs/storage/backup/restore-database.ts';
import { readEnvironment } from '../environment.ts';
import { hasCode, loadSubgraph } from '../schema/subgraph-folder.ts';
import { UserError } from '../user-error.ts';
import { reportRefusal } from './report-refusal.ts';
import { inMegabytes, showProgress } from './show-progress.ts';
import { sqliteMember } from './sqlite-member.ts';

/** `birge restore`: a proven backup in the place of one member's database, which is kept beside it. */
export async function runRestore(flags: { network: string; backup: string; config: string; json: boolean }): Promise<void> {
  const { name, file } = sqliteMember(flags.network, flags.config, readEnvironment());
  if (!hasCode(name)) throw new UserError(`The code of ${name} is not here: subgraphs/${name}/index.ts is missing.`);
  const { migrations } = await loadSubgraph(name);
  const progress = showProgress();
  await reportRefusal(flags.json, async () => {
    const { manifest, replaced } = await restoreDatabase({
      member: name,
      backup: flags.backup,
      file,
      knownMigrations: migrations,
      now: () => new Date(),
      onProgress: progress.onProgress,
    }).finally(progress.end);
    if (flags.json) {
      console.log(JSON.stringify({ file, replaced, ...manifest }, null, 2));
      return;
    }
    console.log(`${file} is the backup of ${manifest.madeAt}: ${inMegabytes(manifest.bytes)}, checked.`);
    console.log(replaced === null ? 'There was no database before.' : `The database before it is kept as ${replaced}.`);
  });
}
