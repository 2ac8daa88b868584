import { expect, test } from '@jest/globals';
import { borderErrors } from '../../gateway/error-border.ts';
import type { ExecutionError } from '../../gateway/execute/execution-error.ts';
import { openRequestContext } from './request-context.ts';

const context = openRequestContext();
const error = (path: ExecutionError['path'], rest: Partial<ExecutionError> = {}): ExecutionError => ({
  path,
  code: 'COUNTRY_ERROR',
  country: 'KZ',
  details: null,
  isCompletion: false,
  ...rest,
});
const cross = (errors: readonly ExecutionError[], data: Record<string, unknown> | null = { a: null, b: null }) =>
  borderErrors(errors, data, { query: '{ a b }', variables: {} }, context).map(({ path, message, extensions }) => [
    path,
    message,
    extensions,
  ]);
const shape = (code: string, country: string | null, retryable = false) => ({ code, country, retryable, requestId: 'r' });

test('several bad leaves of one door are one error at the door', () => {
  expect(cross([error(['a', 'x']), error(['a', 'y', 3])])).toEqual([
    [['a'], 'KZ reported a fault of its own.', shape('COUNTRY_ERROR', 'KZ')],
  ]);
});

test('errors stand as the answer does, and below one field by country, whoever failed first', () => {
  const errors = [error(['b', 0]), error(['a', 1], { country: 'UZ' }), error(['a', 0], { country: 'RU' })];
  expect(cross(errors).map(([path, , extensions]) => [path, (extensions as { country: string }).country])).toEqual([
    [['a'], 'RU'],
    [['a'], 'UZ'],
    [['b'], 'KZ'],
  ]);
});

test('a value that does not fit is told only where no subgraph told why', () => {
  const misfit = (path: ExecutionError['path']) => error(path, { code: 'COUNTRY_BAD_ANSWER', country: null, isCompletion: true });
  expect(cross([misfit(['a', 'x']), error(['a']), misfit(['b', 'x']), misfit(['b', 'y'])])).toEqual([
    [['a'], 'KZ reported a fault of its own.', shape('COUNTRY_ERROR', 'KZ')],
    [['b'], 'A source gave an answer that cannot be used.', shape('COUNTRY_BAD_ANSWER', null)],
  ]);
});

test('what the client did wrong is said once, whichever countries say so', () => {
  const wrong = { code: 'ID_INVALID', details: { value: 'a' } } as const;
  expect(cross([error(['a', 0], { ...wrong, country: 'KZ' }), error(['a', 1], { ...wrong, country: 'RU' })])).toEqual([
    [['a'], 'a is not an id; ids read like kz:action:arys-relief.', shape('ID_INVALID', null)],
  ]);
});
