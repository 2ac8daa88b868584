import { join } from 'node:path';
import { network } from '../conformance/networks/atlantis/network.ts';
import { ask } from '../harness/ask.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { dropDatabases, hasPostgresql, postgresql, sqlite, type TestDatabase } from '../harness/databases.ts';
import { FROZEN_NOW, silent } from '../harness/open-door.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { createSubgraph } from '../../subgraphs/national/create-subgraph.ts';
import type { HistoryWriter } from '../../subgraphs/national/history/history-writer.ts';
import { writeHistory } from '../../subgraphs/national/history/write-history.ts';
import { migrations } from '../../subgraphs/national/migrations/migrations.ts';
import { publicationEntities, type PublicationTables } from '../../subgraphs/national/publications/tables.ts';
import { type Database, openDatabase } from '../../subgraphs/storage/open-database.ts';

/** The databases that answer here, by name. */
export const databases: readonly TestDatabase[] = hasPostgresql ? [sqlite, postgresql] : [sqlite];

export const FIRST_INSTANT = '0001-01-01T00:00:00Z';

/** The made-up network, loaded and serving, and a connection of its own by which a test changes what it publishes. */
export interface OpenHistory {
  readonly url: string;
  readonly kind: Database<PublicationTables>['kind'];
  readonly database: Database<PublicationTables>;
  /** The clock of later writes. */
  now: Date;
  /** The fields of the door; fails on any error. */
  // oxlint-disable-next-line typescript/no-explicit-any
  inside: (fields: string) => Promise<any>;
  write<Result>(work: (writer: HistoryWriter) => Promise<Result>): Promise<Result>;
  /** Opens one more connection, as another process has it. */
  openAnother(): Promise<Database<PublicationTables>>;
}

// The registry of types is global, so a network's classes are made once for a test file.
const module = createSubgraph(network);

export async function openHistory(kind: TestDatabase): Promise<OpenHistory> {
  const databaseUrl = await kind.newUrl();
  if (databaseUrl !== undefined) whenFileEnds(dropDatabases);
  const dataFolder = await temporaryFolder();
  const running = await module.open({ databaseUrl, dataFolder, roverFile: '', now: () => FROZEN_NOW, log: silent });
  whenFileEnds(() => running.close());
  const url = await running.listen({ host: '127.0.0.1', port: 0 });
  const openAnother = async () => {
    const file = join(dataFolder, `${network.subgraph}.sqlite`);
    const database = await openDatabase<PublicationTables>({ entities: publicationEntities, migrations, url: databaseUrl, file });
    whenFileEnds(() => database.close());
    return database;
  };
  const database = await openAnother();
  const history: OpenHistory = {
    url,
    kind: database.kind,
    database,
    now: FROZEN_NOW,
    async inside(fields) {
      const { data, errors } = await ask(url, `{ ${network.subgraph} { ${fields} } }`);
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data[network.subgraph];
    },
    write: (work) => writeHistory(database, () => history.now, work),
    openAnother,
  };
  return history;
}
