import { expect, test } from '@jest/globals';
import { isAllowed } from '../../cli/licenses/allowed-licenses.ts';
import { runBirge } from './run-birge.ts';

test('every installed production package has a license on the allow-list, and Elastic-2.0 is marked', async () => {
  const { code, out } = await runBirge(['licenses', '--json']);
  const packages = JSON.parse(out) as { name: string; license: string; elastic: boolean; allowed: boolean }[];
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(({ allowed }) => !allowed)).toEqual([]);
  expect(packages.filter(({ elastic }) => elastic).map(({ name }) => name)).toEqual([
    '@apollo/composition',
    '@apollo/federation-internals',
    '@apollo/query-graphs',
    '@apollo/query-planner',
  ]);
  expect(code).toBe(0);
});

test.each([
  ['MIT', true],
  ['GPL-3.0-only', false],
  ['(MIT OR GPL-3.0-only)', true],
  ['(MIT AND GPL-3.0-only)', false],
  ['MIT*', false],
  ['UNKNOWN', false],
])('%s: %s', (expression, allowed) => expect(isAllowed(expression)).toBe(allowed));
