import { expect, test } from '@jest/globals';
import { composeSupergraph } from '../../subgraphs/federation/compose.ts';
import { doorText } from './door-text.ts';

const kazakhstan = { name: 'kazakhstan', routingUrl: 'http://kz.example/graphql', sdl: doorText() };
const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const hub = {
  name: 'hub',
  routingUrl: 'http://hub.example/graphql',
  sdl: `${link} type KazakhstanNetwork @key(fields: "code", resolvable: false) { code: String! } type Query { networks: [KazakhstanNetwork!]! }`,
};

test('a country and the hub make a supergraph that names both URLs', () => {
  const { supergraphSdl } = composed([kazakhstan, hub]);
  expect(supergraphSdl).toContain('http://kz.example/graphql');
  expect(supergraphSdl).toContain('http://hub.example/graphql');
});

test('a fault comes back with its code', () => {
  const bad = { ...hub, sdl: hub.sdl.replace('code: String!', 'code: Int!') };
  expect(composeSupergraph([kazakhstan, bad]).errors?.map(({ code }) => code)).toEqual(['FIELD_TYPE_MISMATCH']);
});

test('a text that is not GraphQL comes back as an error', () => {
  expect(composeSupergraph([{ ...kazakhstan, sdl: 'type {' }]).errors).toEqual([
    { code: 'SDL_INVALID', message: expect.stringContaining('kazakhstan:1:6') },
  ]);
});

function composed(members: (typeof kazakhstan)[]): { supergraphSdl: string } {
  const composition = composeSupergraph(members);
  if (composition.errors) throw new Error(JSON.stringify(composition.errors));
  return composition;
}
