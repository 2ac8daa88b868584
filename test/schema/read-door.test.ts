import { expect, test } from '@jest/globals';
import { readDoor } from '../../subgraphs/federation/read-door.ts';
import { doorText } from './door-text.ts';

test("a country's text has one door", () => {
  expect(readDoor(doorText())).toEqual({ country: 'KZ', typeName: 'KazakhstanNetwork', rootField: 'kazakhstan' });
});

test("the hub's stubs are no doors", () => {
  const stub = 'type KazakhstanNetwork @key(fields: "code", resolvable: false) { code: ID } type Query { networks: [KazakhstanNetwork] }';
  expect(readDoor(stub)).toBeNull();
});

test('another tag makes no door', () => expect(readDoor('type A @tag(name: "public") { a: Int } type Query { a: A }')).toBeNull());

test.each([
  ['a malformed tag', doorText().replace('country/KZ', 'country/kaz'), /tagged "country\/kaz"; a door's tag reads country\/KZ/],
  [
    'two doors',
    doorText({ rest: 'type RussiaNetwork @key(fields: "code") @tag(name: "country/RU") { code: ID }' }),
    /two doors in one subgraph: KazakhstanNetwork \(KZ\), RussiaNetwork \(RU\)/,
  ],
  ['no key', doorText().replace('@key(fields: "code")', ''), /KazakhstanNetwork needs @key/],
  ['a key that cannot be resolved', doorText().replace('"code")', '"code", resolvable: false)'), /KazakhstanNetwork needs @key/],
  ['no root field', doorText({ query: 'kazakhstan: String' }), /needs exactly one root field, found 0/],
  ['two root fields', doorText({ query: 'a: KazakhstanNetwork b: KazakhstanNetwork' }), /needs exactly one root field, found 2/],
  ['text that is not GraphQL', 'type {', /^kz\.graphql:1:6: Syntax Error/],
])('%s is refused', (_, sdl, message) => expect(() => readDoor(sdl, 'kz.graphql')).toThrow(message));
