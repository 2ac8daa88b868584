import { expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type GraphQLObjectType } from 'graphql';
import { fullSelection } from '../conformance/full-selection.ts';
import { FIRST_INSTANT } from '../conformance/lists.ts';
import { network } from '../conformance/networks/atlantis/network.ts';
import { sqlite } from '../harness/databases.ts';
import { openDoor } from '../harness/open-door.ts';
import { attachedTables, publishedTables } from '../../subgraphs/national/publications/published-tables.ts';

test('no field of the door reads a table whose changes make no other data revision', async () => {
  const door = await openDoor(network, sqlite);
  const type = buildClientSchema((await door.ask(getIntrospectionQuery())).data).getType(network.typeName) as GraphQLObjectType;
  door.queries.length = 0;
  const given = { since: `"${FIRST_INSTANT}"`, id: '"xa:source:almanac"', text: '"an"' };
  await door.ask(`{ ${network.subgraph} { ${fullSelection(type, given)} } }`);
  const read = new Set(door.queries.flatMap(({ sql }) => [...sql.matchAll(/\b(?:from|join) "?([a-z_]+)"?/g)].map(([, table]) => table)));
  const marked = new Set<string | undefined>(['change']);
  for (const { entity } of [...publishedTables, ...attachedTables]) marked.add(entity.meta.tableName);
  expect(read.size).toBeGreaterThan(8);
  expect([...read].filter((table) => !marked.has(table))).toEqual([]);
});
