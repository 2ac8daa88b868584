import { composeServices } from '@apollo/composition';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { readMembers } from '../../gateway/read-members.ts';
import { composeSmallSupergraph } from './small-federation.ts';

test('the members are the subgraphs that resolve a tagged door, and the hub with its stubs is none', () => {
  expect([...readMembers(parse(composeSmallSupergraph()))]).toEqual([
    ['kazakhstan', { country: 'KZ', doorType: 'KazakhstanNetwork' }],
    ['russia', { country: 'RU', doorType: 'RussiaNetwork' }],
    ['uzbekistan', { country: 'UZ', doorType: 'UzbekistanNetwork' }],
  ]);
});

test('a supergraph without such tags has no members', () => {
  const { supergraphSdl } = composeServices([{ name: 'a', url: 'http://a.example/', typeDefs: parse('type Query { a: Int }') }]);
  expect(readMembers(parse(supergraphSdl ?? '')).size).toBe(0);
});
