import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';

/** A transaction that keeps every other writer of the journal and the history waiting, as a long import does. */
export async function holdWriting(url: string | undefined, file: string): Promise<{ release(): Promise<void> }> {
  const insert = `insert into publication_load (digest, loaded_at, row_count) values ('uncommitted', '', 0)`;
  if (url === undefined) {
    const database = new DatabaseSync(file);
    database.exec('begin immediate');
    database.exec(insert);
    return { release: async () => database.close() };
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('begin; lock table change in share row exclusive mode; lock table import_journal in exclusive mode');
  await client.query(insert);
  return { release: () => client.end() };
}
