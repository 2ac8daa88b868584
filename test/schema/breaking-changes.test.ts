import { expect, test } from '@jest/globals';
import { breakingChanges } from '../../subgraphs/federation/checks/breaking-changes.ts';
import { doorText } from './door-text.ts';

const released = doorText({ door: 'units(level: String): Int', rest: 'enum Level { REGION OTHER } input UnitFilter { level: Level }' });
const placesOf = async (current: string, decided: string[] = []): Promise<string[]> =>
  (await breakingChanges(released, current, new Set(decided))).map(({ where }) => where);

test('the same text breaks nobody', async () => expect(await placesOf(released)).toEqual([]));

test.each([
  ['a removed field', 'units(level: String): Int', '', 'KazakhstanNetwork.units'],
  ['another type', 'units(level: String): Int', 'units(level: String): Float', 'KazakhstanNetwork.units'],
  ['a field that may now be null', 'code: String!', 'code: String', 'NationalNetwork.code'],
  ['an argument that is now demanded', 'units(level: String)', 'units(level: String!)', 'KazakhstanNetwork.units.level'],
  ['a removed enum value', 'REGION OTHER', 'OTHER', 'Level.REGION'],
  ['an input field that is now demanded', 'input UnitFilter { level: Level }', 'input UnitFilter { level: Level! }', 'UnitFilter.level'],
])('%s is found', async (_, from, to, where) => expect(await placesOf(released.replace(from, to))).toContain(where));

test('what is added breaks nobody', async () => {
  expect(await placesOf(released.replace('REGION OTHER', 'REGION DISTRICT OTHER').replace('units(', 'founded: String units('))).toEqual([]);
});

test('a decision record lets the named place break, and what lies in it', async () => {
  expect(await placesOf(released.replace('units(level: String): Int', ''), ['KazakhstanNetwork.units'])).toEqual([]);
  expect(await placesOf(released.replace('units(level: String)', 'units'), ['KazakhstanNetwork.units'])).toEqual([]);
  expect(await placesOf(released.replace('units(level: String): Int', ''), ['KazakhstanNetwork.unit'])).toEqual([
    'KazakhstanNetwork.units',
  ]);
});
