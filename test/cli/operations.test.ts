import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { whenFileEnds } from '../harness/cleanup.ts';
import { runBirge } from './run-birge.ts';

interface Manifest {
  readonly format: string;
  readonly version: number;
  readonly operations: readonly { id: string; name: string; type: string; body: string }[];
}

test('the manifest holds every stored operation under the hash of its text, and all can be served', async () => {
  const { code, out, err } = await runBirge(['operations', '--json']);
  expect([code, err]).toEqual([0, '']);
  const { format, version, operations } = JSON.parse(out) as Manifest;
  expect([format, version]).toEqual(['apollo-persisted-query-manifest', 1]);
  expect(operations.length).toBeGreaterThan(5);
  for (const { id, body } of operations) expect(id).toBe(`sha256:${createHash('sha256').update(body).digest('hex')}`);
  expect(operations.map(({ name }) => name)).toContain('NetworksStatements');
});

test('an operation that the supergraph or a limit refuses is named, and the others are listed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'birge-operations-'));
  whenFileEnds(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'good.graphql'), 'query Good { networks { code } }');
  await writeFile(join(folder, 'unfit.graphql'), 'query Unfit { networks { nowhere } }');
  await writeFile(
    join(folder, 'wide.graphql'),
    `query Wide { ${Array.from({ length: 31 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
  );
  const { code, out, err } = await runBirge(['operations', '--folder', folder]);
  expect(code).toBe(1);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => line.split(/ +/).slice(1)),
  ).toEqual([
    ['query', 'Good'],
    ['query', 'Unfit'],
    ['query', 'Wide'],
  ]);
  expect(err).toMatch(/^birge: Unfit: Cannot query field "nowhere"/m);
  expect(err).toMatch(/^birge: Wide: The query has 31 aliases; at most 30 are answered\.$/m);
});

test('a supergraph that is not there is wrong use', async () => {
  const { code, err } = await runBirge(['operations', '--supergraph', '/nowhere/supergraph.graphql']);
  expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
});
