import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { arrows, isForbidden } from './arrows.ts';
import { importsIn, readImports, root } from './read-imports.ts';

const folders = ['http', 'subgraphs', 'gateway', 'cli', 'bench'];

test('every import follows the arrows', () => {
  const imports = readImports(folders);
  expect(imports.length).toBeGreaterThan(700); // a reader that saw nothing also finds nothing
  expect(imports.filter(isForbidden)).toEqual([]);
});

test('every arrow ends at a part that has a row', () => {
  const ends = Object.values(arrows).flatMap((allowed) => (allowed === 'everything' ? [] : allowed));
  expect(ends.filter((end) => !(end in arrows))).toEqual([]);
});

test.each([
  ['a sibling country', 'subgraphs/kazakhstan/policy.ts', 'subgraphs/russia/policy.ts'],
  ['the hub from a country', 'subgraphs/russia/index.ts', 'subgraphs/hub/index.ts'],
  ['a country from the hub', 'subgraphs/hub/ask/ask.ts', 'subgraphs/russia/network.ts'],
  ['a country from national', 'subgraphs/national/network.ts', 'subgraphs/russia/network.ts'],
  ['the server from a country', 'subgraphs/russia/index.ts', 'http/create-app.ts'],
  ['national from the hub', 'subgraphs/hub/index.ts', 'subgraphs/national/network.ts'],
  ['a subgraph from the gateway', 'gateway/main.ts', 'subgraphs/contract/errors.ts'],
  ['the gateway from a subgraph', 'subgraphs/hub/index.ts', 'gateway/main.ts'],
  ['the gateway from the dashboard', 'gateway/dashboard/main.ts', 'gateway/config.ts'],
  ['anything from contract', 'subgraphs/contract/errors.ts', 'http/errors.ts'],
  ['contract from federation', 'subgraphs/federation/compose.ts', 'subgraphs/contract/errors.ts'],
  ['anything from http', 'http/create-app.ts', 'subgraphs/contract/errors.ts'],
  ['records from a resolver', 'subgraphs/national/resolvers/measures.ts', 'subgraphs/national/records/person.ts'],
  ['records from the cli', 'cli/commands/import.ts', 'subgraphs/national/records/person.ts'],
  ['records from a country', 'subgraphs/russia/index.ts', 'subgraphs/national/records/person.ts'],
  ['the cli from a subgraph', 'subgraphs/hub/index.ts', 'cli/environment.ts'],
  ['a test from code', 'cli/birge.ts', 'test/cli/run-birge.ts'],
  ['a part without a row', 'tools/x.ts', 'http/errors.ts'],
])('an import of %s is found', (_, from, to) => expect(isForbidden({ from, to })).toBe(true));

test.each([
  ['subgraphs/kazakhstan/policy.ts', 'subgraphs/national/sharing-policy.ts'],
  ['subgraphs/kyrgyzstan/index.ts', 'subgraphs/kyrgyzstan/mapping/a.ts'],
  ['subgraphs/national/release/close.ts', 'subgraphs/national/records/person.ts'],
  ['subgraphs/hub/ask/ask.ts', 'subgraphs/federation/read-countries.ts'],
  ['cli/birge.ts', 'gateway/main.ts'],
])('%s may import %s', (from, to) => expect(isForbidden({ from, to })).toBe(false));

test('every form of import is read', () => {
  const text = `
    import type { A } from '../russia/a.ts';
    import '../russia/b.ts';
    export { c } from "../russia/c.ts";
    const d = await import('../russia/d.ts');
    const e = new URL('../russia/e.ts', import.meta.url);
    import { f } from 'graphql';
    import {
      g,
    } from '../russia/g.ts';`;
  expect(importsIn('subgraphs/kazakhstan/x.ts', text).map(({ to }) => to)).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'g'].map((name) => `subgraphs/russia/${name}.ts`),
  );
});

test('every imported file exists: the reader sees paths as Node does', () => {
  const missing = readImports(folders).filter(({ to }) => !existsSync(join(root, to)));
  expect(missing).toEqual([]);
});
