import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { network } from '../conformance/networks/atlantis/network.ts';
import { sqlite } from '../harness/databases.ts';
import { openDoor } from '../harness/open-door.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { migrations } from '../../subgraphs/national/migrations/migrations.ts';
import { publicationEntities, type PublicationTables } from '../../subgraphs/national/publications/tables.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';

const door = await openDoor(network, sqlite);
const database = await openDatabase<PublicationTables>({
  entities: publicationEntities,
  migrations,
  file: `${await temporaryFolder()}/plans.sqlite`,
});
whenFileEnds(() => database.close());

/** How the database reads for the last query that the door sent. */
async function planOfLast(): Promise<string[]> {
  const query = door.queries.at(-1)!;
  // The last value bound is the size of the page and the row that tells whether more follow.
  expect(query.parameters.at(-1)).toBe(3);
  const bound = query.parameters.reduce<string>(
    (text, value) => text.replace('?', typeof value === 'number' ? String(value) : `'${String(value)}'`),
    query.sql,
  );
  const plan = await sql<{ detail: string }>`explain query plan ${sql.raw(bound)}`.execute(database.read);
  return plan.rows.map(({ detail }) => detail);
}

const ORDERS = ['ID_ASC', 'PERIOD_ASC', 'PERIOD_DESC', 'KNOWN_FROM_DESC'];
const DAYS = ['', ', asOf: "2025-06-01"'];

test.each(ORDERS.flatMap((order) => DAYS.map((day) => ({ order, day }))))(
  'a later page of statements in order $order$day is read along an index, without sorting',
  async ({ order, day }) => {
    const first = await door.ask(`{ atlantis { statements(first: 1, orderBy: ${order}${day}) { pageInfo { endCursor } } } }`);
    const after = first.data.atlantis.statements.pageInfo.endCursor;
    const { data } = await door.ask(`{ atlantis { statements(first: 2, orderBy: ${order}${day}, after: "${after}") { nodes { id } } } }`);
    expect(data.atlantis.statements.nodes).toHaveLength(2);
    const steps = await planOfLast();
    expect(steps.filter((step) => /^SEARCH statement USING (COVERING )?INDEX/.test(step))).toHaveLength(1);
    expect(steps.filter((step) => /TEMP B-TREE|^SCAN|MULTI-INDEX/.test(step))).toEqual([]);
  },
);

const pageOfChanges = async (rest: string) =>
  (await door.ask(`{ atlantis { changes(since: "2020-01-01T00:00:00Z", first: 2${rest}) { nodes { id } pageInfo { endCursor } } } }`)).data
    .atlantis.changes;

test('the first page of changes finds its begin by the index of instants, a later one goes on at its cursor', async () => {
  const { pageInfo } = await pageOfChanges('');
  expect(await planOfLast()).toEqual([
    'SEARCH change USING INTEGER PRIMARY KEY (rowid>?)',
    'SCALAR SUBQUERY 1',
    'SEARCH since USING COVERING INDEX change_by_at (at>?)',
  ]);
  expect((await pageOfChanges(`, after: "${pageInfo.endCursor}"`)).nodes).toHaveLength(2);
  expect(await planOfLast()).toEqual(['SEARCH change USING INTEGER PRIMARY KEY (rowid>?)']);
});
