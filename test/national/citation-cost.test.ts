import { expect, test } from '@jest/globals';
import { network } from '../conformance/networks/atlantis/network.ts';
import { sqlite } from '../harness/databases.ts';
import { openDoor } from '../harness/open-door.ts';

const door = await openDoor(network, sqlite);

test('citing all statements in four languages costs one statement of SQL a table, however many there are', async () => {
  door.queries.length = 0;
  const { data, errors } = await door.ask(
    '{ atlantis { statements(first: 50) { nodes { ru: citation(language: RU) kk: citation(language: KK) uz: citation(language: UZ) en: citation(language: EN, style: FULL) } } } }',
  );
  expect(errors).toEqual([]);
  expect(data.atlantis.statements.nodes.length).toBeGreaterThan(3);
  const tables = door.queries.map(({ sql }) => /from "(\w+)"/.exec(sql)?.[1] ?? '');
  expect(tables.toSorted()).toEqual(['action', 'organization', 'region', 'source', 'statement']);
});

test('a citation of a made-up country bears the name that the country gives itself', async () => {
  const { data } = await door.ask(
    '{ atlantis { statements(filter: { ids: ["xa:statement:branches"] }) { nodes { citation(language: RU, style: FULL) } } } }',
  );
  expect(data.atlantis.statements.nodes[0].citation).toMatch(
    /^Число региональных отделений, .+, Атлантида, 2025: 4 ед\. Определение: действуют\. Источник: .+\. Запись xa:statement:branches, по состоянию на 2026-03-01\.$/,
  );
});
