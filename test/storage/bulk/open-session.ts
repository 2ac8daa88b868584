import { join } from 'node:path';
import { whenFileEnds } from '../../harness/cleanup.ts';
import { dropDatabases, type TestDatabase } from '../../harness/databases.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';
import type { BulkSession } from '../../../subgraphs/storage/bulk/bulk-session.ts';
import { openPostgresqlSession } from '../../../subgraphs/storage/bulk/postgresql-session.ts';
import { openSqliteSession } from '../../../subgraphs/storage/bulk/sqlite-session.ts';

/** An empty database; each call of `open` gives one more session on it, closed when the file of tests ends. */
export async function openSessions(database: TestDatabase): Promise<{ open(this: void): Promise<BulkSession> }> {
  const url = await database.newUrl();
  if (url !== undefined) whenFileEnds(dropDatabases);
  const file = join(await temporaryFolder(), 'rows.sqlite');
  return {
    async open() {
      const session = url === undefined ? openSqliteSession(file) : await openPostgresqlSession(url, 'birge test');
      whenFileEnds(() => session.close());
      return session;
    },
  };
}
