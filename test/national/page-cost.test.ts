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

test.each(['ID_ASC', 'PERIOD_ASC', 'PERIOD_DESC', 'KNOWN_FROM_DESC'])(
  'a later page of statements in order %s is read along an index, without sorting',
  async (order) => {
    const first = await door.ask(`{ atlantis { statements(first: 1, orderBy: ${order}) { pageInfo { endCursor } } } }`);
    door.queries.length = 0;
    const after = first.data.atlantis.statements.pageInfo.endCursor;
    const { data } = await door.ask(`{ atlantis { statements(first: 2, orderBy: ${order}, after: "${after}") { nodes { id } } } }`);
    expect(data.atlantis.statements.nodes).toHaveLength(2);
    const [query] = door.queries;
    expect(query?.parameters.at(-1)).toBe(3);
    const bound = query!.parameters.reduce<string>(
      (text, value) => text.replace('?', typeof value === 'number' ? String(value) : `'${String(value)}'`),
      query!.sql,
    );
    const plan = await sql<{ detail: string }>`explain query plan ${sql.raw(bound)}`.execute(database.read);
    const steps = plan.rows.map(({ detail }) => detail);
    expect(steps.filter((step) => /^SEARCH statement USING (COVERING )?INDEX/.test(step))).toHaveLength(1);
    expect(steps.filter((step) => /TEMP B-TREE|^SCAN/.test(step))).toEqual([]);
  },
);
