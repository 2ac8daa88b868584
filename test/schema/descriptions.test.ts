import { expect, test } from '@jest/globals';
import { descriptions } from '../../subgraphs/federation/checks/descriptions.ts';
import { doorText } from './door-text.ts';

const placesIn = (sdl: string): string[] => descriptions(sdl).map(({ where }) => where);

test('a described text passes, and the root type needs no description', () => expect(placesIn(doorText())).toEqual([]));

test.each([
  ['type', 'type Region { "Its code." code: String }', 'Region'],
  ['field', '"A region." type Region { code: String }', 'Region.code'],
  ['blank field', '"A region." type Region { " " code: String }', 'Region.code'],
  ['argument', '"A region." type Region { "Its name." name(language: String): String }', 'Region.name(language:)'],
  ['input field', '"A filter." input RegionFilter { code: String }', 'RegionFilter.code'],
  ['enum value', '"A level." enum Level { REGION }', 'Level.REGION'],
  ['interface field', '"A node." interface Node { id: ID }', 'Node.id'],
  ['field of an extension', 'extend type KazakhstanNetwork { founded: String }', 'KazakhstanNetwork.founded'],
  ['scalar', 'scalar CountryCode', 'CountryCode'],
  ['union', 'union Any = KazakhstanNetwork', 'Any'],
  ['root field', 'extend type Query { regions: String }', 'Query.regions'],
])('a %s without a description is found', (_, rest, where) => expect(placesIn(doorText({ rest }))).toEqual([where]));

test("federation's own definitions are exempt", () => {
  const rest = 'scalar _Any scalar federation__FieldSet type _Service { sdl: String } extend type Query { _service: _Service! }';
  expect(placesIn(doorText({ rest }))).toEqual([]);
});
