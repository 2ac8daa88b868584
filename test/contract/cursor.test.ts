import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readCursor, writeCursor } from '../../subgraphs/contract/connections/cursor.ts';

const identity = { list: 'KZ:statement', order: 'ID_ASC', filter: { levels: ['NATIONAL'], ids: undefined } };

test('a cursor gives back the position it was made of', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer()), fc.string(), (key, id) => {
      expect(readCursor(identity, writeCursor(identity, { key, id }))).toEqual({ key, id });
    }),
  );
});

test('the order of a filter’s fields and fields not asked make no other list', () => {
  const cursor = writeCursor({ ...identity, filter: { b: 1, a: [1, 2] } }, { key: 'x', id: 'y' });
  expect(readCursor({ ...identity, filter: { a: [1, 2], b: 1, c: null } }, cursor)).toEqual({ key: 'x', id: 'y' });
});

test.each([
  ['another list', { ...identity, list: 'RU:statement' }],
  ['another order', { ...identity, order: 'PERIOD_ASC' }],
  ['another filter', { ...identity, filter: { levels: ['REGIONAL'] } }],
])('a cursor of %s is refused', (_, other) => {
  expect(() => readCursor(identity, writeCursor(other, { key: 'x', id: 'y' }))).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'CURSOR_INVALID' }) }),
  );
});

test('no text at all makes the reader fail otherwise than with CURSOR_INVALID', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        readCursor(identity, text);
        return false;
      } catch (error) {
        return (error as { extensions?: { code?: string } }).extensions?.code === 'CURSOR_INVALID';
      }
    }),
  );
});
