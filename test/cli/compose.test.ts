import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { kazakhstan, plantFederation, type PlantedFederation, russia } from './planted-federation.ts';
import { runBirge } from './run-birge.ts';

let federation: PlantedFederation;
afterEach(() => federation.remove());
const compose = (...flags: string[]): ReturnType<typeof runBirge> =>
  runBirge(['compose', '--config', federation.roverFile, '--output', join(federation.folder, 'supergraph.graphql'), ...flags]);

test('a dry run says what would be written and writes nothing', async () => {
  federation = plantFederation();
  const { code, out } = await compose('--dry-run');
  expect(out).toMatch(/^would write {2}.*supergraph\.graphql {2}\(2 subgraphs, \d+ hints: --hints\)\n$/);
  expect(code).toBe(0);
  expect(existsSync(join(federation.folder, 'supergraph.graphql'))).toBe(false);
});

test('the supergraph is written once, headed as emitted, and is then unchanged', async () => {
  federation = plantFederation();
  expect((await compose()).out).toMatch(/^wrote /);
  expect(readFileSync(join(federation.folder, 'supergraph.graphql'), 'utf8')).toMatch(
    /^# Emitted from code by npm run schema:emit\. Do not edit\.\n/,
  );
  expect((await compose()).out).toMatch(/^unchanged /);
});

test('what does not compose is printed with its code', async () => {
  federation = plantFederation({ astana: kazakhstan, moskva: russia.replace('  code: String!\n  """Null', '  code: Int!\n  """Null') });
  const { code, err } = await compose('--dry-run');
  expect(err).toMatch(/^error {2}[A-Z_]+ {2}/m);
  expect(code).toBe(1);
});

test('a country that takes a field of another is not composed, and nothing is written', async () => {
  const taking = kazakhstan
    .replace('"@key", ', '"@key", "@override", ')
    .replace('  kazakhstan: Kaz', '  russia: NationalNetwork @override(from: "moskva")\n  kazakhstan: Kaz');
  federation = plantFederation({ astana: taking, moskva: russia });
  const { code, err } = await compose();
  expect(err).toMatch(/^error {2}DIRECTIVES {2}astana Query\.russia: line \d+: .*from moskva.*\n/);
  expect(err).toMatch(/^error {2}ROOT_FIELDS {2}astana Query\.russia: line \d+: .*from moskva.*\n/m);
  expect(code).toBe(1);
  expect(existsSync(join(federation.folder, 'supergraph.graphql'))).toBe(false);
});

test('a bad row of the member list is named with what is accepted', async () => {
  federation = plantFederation();
  federation.write('rover.yaml', 'federation_version: 2\nsubgraphs:\n  astana:\n    routing_url: astana\n');
  const { code, err } = await compose();
  expect(err).toBe(`birge: ${federation.roverFile}: subgraphs.astana.routing_url must be an http or https URL, not "astana"\n`);
  expect(code).toBe(2);
});
