import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { kazakhstan, plantFederation, type PlantedFederation } from './planted-federation.ts';
import { runBirge } from './run-birge.ts';

let federation: PlantedFederation;
afterEach(() => federation.remove());

test('a release keeps the current texts as what clients may rely on', async () => {
  federation = plantFederation();
  const file = join(federation.folder, 'schema/released/astana.graphql');
  await runBirge(['schema', 'release', '--dry-run', '--config', federation.roverFile]);
  expect(existsSync(file)).toBe(false);
  const { code, out } = await runBirge(['schema', 'release', '--config', federation.roverFile]);
  expect(out).toMatch(/^wrote .*released\/astana\.graphql\nwrote .*released\/moskva\.graphql\n$/);
  expect(code).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(kazakhstan);
});
