import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { readTypes } from '../../subgraphs/federation/read-types.ts';
import { compileAnswerCheck } from '../../subgraphs/hub/ask/compile-answer-check.ts';

const types = readTypes(
  parse(`
    scalar Day
    enum Level { NATIONAL REGIONAL }
    interface Node { id: ID! }
    type Action implements Node { id: ID! level: Level on: Day places: [Place!] }
    type Unit implements Node { id: ID! size: Int }
    type Place { name: String! share: Float isOpen: Boolean }
    union Found = Action | Unit
    type Door { code: String! action: Action found: [Found] node: Node }
  `),
);
const checkOf = (fields: string) =>
  compileAnswerCheck(`query ($d: [_Any!]!) { _entities(representations: $d) { ... on Door { ${fields} } } }`, types);

test.each([
  ['birge_code: code', { birge_code: 'KZ' }],
  [
    'action { id level on places { name share isOpen } }',
    { action: { id: 'a', level: null, on: '2024-01-01', places: [{ name: 'x', share: 1, isOpen: true }] } },
  ],
  ['action { id level on }', { action: null }],
  ['node { t: __typename id ... on Unit { size } ... on Action { level } }', { node: { t: 'Unit', id: 'u', size: 3 } }],
  ['found { __typename ... on Node { id } ... on Unit { size } }', { found: [{ __typename: 'Action', id: 'a' }, null] }],
  ['node { ... on Unit { size } }', { node: { size: 3 } }],
  ['node { ... on Unit { size } }', { node: {} }],
  ['action @include(if: $x) { id }', {}],
  ['action { id ... @skip(if: $x) { level } }', { action: { id: 'a' } }],
  ['action { id toString: level @include(if: $x) }', { action: { id: 'a' } }],
  ['action { id level on }', { action: { on: null, level: 'REGIONAL', id: 'a' } }],
])('%s fits %j', (fields, door) => expect(checkOf(fields)(door)).toBeNull());

test.each([
  ['code', { code: null }, '.code: null for non-null'],
  ['code', {}, '.code: missing'],
  ['code', [], ': no object'],
  ['action { id constructor: level }', { action: { id: 'a' } }, '.action.constructor: missing'],
  ['action { id level on }', { action: { level: 'GALACTIC', on: 1, id: 7431 } }, '.action.id: not ID'],
  ['action { id }', { action: ['a'] }, '.action: no object'],
  ['action { id }', { action: { id: 7431 } }, '.action.id: not ID'],
  ['action { level }', { action: { level: 'GALACTIC' } }, '.action.level: not Level'],
  ['action { on }', { action: { on: 20240101 } }, '.action.on: not Day'],
  ['action { places { name } }', { action: { places: { name: 'x' } } }, '.action.places: no list'],
  ['action { places { name } }', { action: { places: [null] } }, '.action.places: null for non-null'],
  ['action { places { share } }', { action: { places: [{ share: '0.5' }] } }, '.action.places.share: not Float'],
  ['action { places { isOpen } }', { action: { places: [{ isOpen: 1 }] } }, '.action.places.isOpen: not Boolean'],
  ['node { t: __typename ... on Unit { size } }', { node: { t: 'Unit', size: 0.5 } }, '.node.size: not Int'],
  ['node { t: __typename ... on Unit { size } }', { node: { t: 'Unit' } }, '.node.size: missing'],
  ['node { t: __typename id }', { node: { t: 'Place', id: 'p' } }, '.node: not of its type'],
  ['found { __typename ... on Unit { size } }', { found: [{ __typename: 'Invented' }] }, '.found: not of its type'],
])('%s does not fit %j', (fields, door, fault) => expect(checkOf(fields)(door)).toBe(fault));
