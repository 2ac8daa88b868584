import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { findAliasFault } from '../../../gateway/limits/aliases.ts';
import { findDepthFault } from '../../../gateway/limits/depth.ts';
import { readLimits } from '../../../gateway/limits/limits.ts';
import { findRootFieldFault } from '../../../gateway/limits/root-fields.ts';
import { openLimitedGateway, refusalOf } from './limited-gateway.ts';

const limits = readLimits((_variable, shipped) => shipped);

/** Fragments that each spread the next one twice: written out, 2^`levels` times what the last one holds. */
const bomb = (levels: number, last: string): string =>
  `{ tree { ...F0 } } ${Array.from({ length: levels }, (_, level) => `fragment F${level} on Tree { ...F${level + 1} ...F${level + 1} }`).join(' ')} fragment F${levels} on Tree { ${last} }`;

test('fragments that make 2^30 aliases are counted to the last one without being written out', () => {
  expect(findAliasFault(parse(bomb(30, 'a: leaf')), limits)?.message).toBe('The query has 1073741824 aliases; at most 30 are answered.');
});

test('fragments that make more aliases than a number can hold are refused all the same', () => {
  expect(findAliasFault(parse(bomb(150, 'a: leaf')), limits)?.message).toBe(
    'The query has 9007199254740991 aliases; at most 30 are answered.',
  );
});

test('a bomb of objects costs more than is answered, by a variable too, and no country is asked', async () => {
  const { ask, asked } = await openLimitedGateway();
  const fixed = await ask({ query: bomb(30, 'tree { leaf }') });
  expect(refusalOf(fixed)).toMatchObject({ code: 'QUERY_TOO_COSTLY', message: expect.stringContaining('costs 1073741825 points') });
  const query = bomb(30, 'page(first: $n) { nodes { leaf } }').replace('{', 'query ($n: Int!) {');
  const byVariable = await ask({ query, variables: { n: 2 } });
  expect(refusalOf(byVariable)).toMatchObject({ code: 'QUERY_TOO_COSTLY', message: expect.stringContaining('costs 3221225473 points') });
  expect(asked()).toBe(0);
});

test('a bomb without aliases or objects is one field, and is answered', async () => {
  const { ask } = await openLimitedGateway();
  expect((await ask({ query: bomb(30, 'leaf') })).body).toEqual({ data: { tree: { leaf: 1 } } });
});

test('fragments that spread each other in a circle are refused by the specification, at the root and below', async () => {
  const { ask, asked } = await openLimitedGateway();
  for (const query of [
    '{ ...A } fragment A on Query { ...B tree { leaf } } fragment B on Query { ...A }',
    '{ tree { ...A } } fragment A on Tree { a: leaf tree { ...B } } fragment B on Tree { b: leaf tree { ...A } }',
  ]) {
    expect(refusalOf(await ask({ query })).code).toBe('GRAPHQL_VALIDATION_FAILED');
  }
  expect(asked()).toBe(0);
});

test('a circle of fragments over a limit is measured once around', () => {
  const query = `{ ...A } fragment A on Query { ...B ${'tree { leaf } '.repeat(21)} } fragment B on Query { ...A }`;
  expect(findRootFieldFault(parse(query), limits)?.message).toBe('The query has 21 fields at its root; at most 20 are answered.');
});

test('2,000 levels are refused by their tokens, by their depth where tokens are not limited, and never by a full stack', async () => {
  const query = `{ ${'tree { '.repeat(1_999)} leaf ${'} '.repeat(2_000)}`;
  const shipped = await openLimitedGateway();
  expect(refusalOf(await shipped.ask({ query })).code).toBe('QUERY_TOO_LONG');
  const anyTokens = await openLimitedGateway({ MAX_TOKENS: '0' });
  expect(refusalOf(await anyTokens.ask({ query }))).toMatchObject({
    code: 'QUERY_TOO_DEEP',
    message: 'The query is 2000 levels deep; at most 10 are answered.',
  });
  expect([shipped.asked(), anyTokens.asked()]).toEqual([0, 0]);
});

test('2,000 levels of fragments are as deep as 2,000 levels of fields', () => {
  const levels = Array.from({ length: 1_999 }, (_, level) => `fragment F${level} on Tree { tree { ...F${level + 1} } }`).join(' ');
  expect(findDepthFault(parse(`{ tree { ...F0 } } ${levels} fragment F1999 on Tree { leaf }`), limits)?.message).toBe(
    'The query is 2001 levels deep; at most 10 are answered.',
  );
});

test('variables of 100,000 nested lists are looked into without a full stack', async () => {
  const { send, asked } = await openLimitedGateway();
  const nested = `{"query":"query ($n: [Int!]) { chosen(ids: $n) }","variables":{"n":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
  const answer = await send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: nested });
  expect(refusalOf(answer).code).toBe('BAD_USER_INPUT');
  expect(asked()).toBe(0);
});
