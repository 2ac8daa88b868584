import { expect, test } from '@jest/globals';
import { locateErrors, locateFailure } from '../../gateway/sources/locate-errors.ts';

const error = (path: readonly unknown[] | null, code: unknown, details: unknown = null, country: unknown = null) => ({
  path,
  code,
  country,
  details,
});

test('a failed fetch of entities stands at the place of the fetch, not at a field that no client asked for', () => {
  expect(locateFailure('COUNTRY_TIMEOUT', ['_entities'])).toEqual([{ path: [], code: 'COUNTRY_TIMEOUT', country: null, details: null }]);
  expect(locateFailure('COUNTRY_TIMEOUT', ['a', 'b']).map(({ path }) => path)).toEqual([['a'], ['b']]);
});

test('an error keeps its place in the sub-query, as far as it is one', () => {
  const errors = [error(['a', 'x'], 'X'), error(['a', 'y', 3, {}, 'z'], 'Y'), error(['a', 'x'], 'Z')];
  expect(locateErrors(errors, ['a', 'b'], { a: {}, b: {} })).toEqual([
    { path: ['a', 'x'], code: 'COUNTRY_ERROR', country: null, details: null },
    { path: ['a', 'y', 3], code: 'COUNTRY_ERROR', country: null, details: null },
  ]);
});

test('an error of an entity begins with its index', () => {
  const errors = [error(['_entities', 2, 'name'], 'X'), error(['_entities', 'name'], 'X')];
  expect(locateErrors(errors, ['_entities'], null).map(({ path }) => path)).toEqual([[2, 'name'], []]);
});

test('an error without a place stands where something is missing, or everywhere when nothing is', () => {
  expect(locateErrors([error(null, 'X')], ['a', 'b'], { a: {}, b: null }).map(({ path }) => path)).toEqual([['b']]);
  expect(locateErrors([error(['other'], 'X')], ['a', 'b'], { a: {}, b: {} }).map(({ path }) => path)).toEqual([['a'], ['b']]);
});

test('two things that the client must mend stay two, and a code of the table that is not a client code is masked', () => {
  const errors = [error(['a'], 'ID_INVALID', { value: '1' }), error(['a'], 'ID_INVALID', { value: '2' }), error(['a'], 'COUNTRY_TIMEOUT')];
  expect(locateErrors(errors, ['a'], null).map(({ code }) => code)).toEqual(['ID_INVALID', 'ID_INVALID', 'COUNTRY_ERROR']);
});

test('a subgraph is believed of the countries it speaks for, and of no other', () => {
  const errors = [
    error(['a'], 'COUNTRY_TIMEOUT', null, 'KZ'),
    error(['b'], 'COUNTRY_TIMEOUT', null, 'XX'),
    error(['c'], 'SECRET', null, 'KZ'),
  ];
  const located = locateErrors(errors, ['a', 'b', 'c'], null, new Set(['KZ']));
  expect(located.map(({ path, code, country }) => [path[0], code, country])).toEqual([
    ['a', 'COUNTRY_TIMEOUT', 'KZ'],
    ['b', 'COUNTRY_ERROR', null],
    ['c', 'COUNTRY_ERROR', 'KZ'],
  ]);
});
