import { expect, test } from '@jest/globals';
import { sharedNames } from '../../subgraphs/federation/checks/shared-names.ts';

const kazakhstan = { name: 'kazakhstan', sdl: 'type Query { kazakhstan: K _service: Int } type K @key(fields: "code") { code: ID }' };
const placesBeside = (sdl: string): string[] => sharedNames([kazakhstan, { name: 'russia', sdl }]).map(({ where }) => where);

test('names of one country each pass', () => {
  expect(placesBeside('type Query { russia: R _service: Int } type R @key(fields: "code") { code: ID }')).toEqual([]);
});

test('a root field of two countries is found', () => {
  expect(placesBeside('extend type Query { kazakhstan: Int @shareable }')).toEqual(['Query.kazakhstan']);
});

test('an entity key that two countries resolve is found, a stub is not', () => {
  expect(placesBeside('type K @key(fields: "code") { code: ID }')).toEqual(['K']);
  expect(placesBeside('type K @key(fields: "code", resolvable: true) { code: ID }')).toEqual(['K']);
  expect(placesBeside('type K @key(fields: "code", resolvable: false) { code: ID }')).toEqual([]);
});

test('a value type of two countries passes', () => expect(placesBeside('type Statement @shareable { value: Int }')).toEqual([]));
