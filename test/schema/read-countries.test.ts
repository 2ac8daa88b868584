import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readCountries } from '../../subgraphs/federation/read-countries.ts';
import { doorText } from './door-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'birge-countries-'));
afterAll(() => rmSync(folder, { recursive: true }));

function federation(texts: Record<string, string>): string {
  const file = join(folder, 'rover.yaml');
  const rows = Object.entries(texts).map(
    ([name, sdl]) => `  ${name}:\n    routing_url: http://${name}.example/\n    schema: { sdl: ${JSON.stringify(sdl)} }\n`,
  );
  writeFileSync(file, `subgraphs:\n${rows.join('')}`);
  return file;
}
const russia = doorText().replaceAll('Kazakhstan', 'Russia').replaceAll('kazakhstan', 'russia').replace('country/KZ', 'country/RU');

test('countries are sorted by code, whatever their names; the hub is none', () => {
  const file = federation({ zhetysu: doorText(), russia, hub: 'type Query { a: Int }' });
  expect(readCountries(file, { russia: 'https://ru.example/graphql' })).toEqual([
    {
      subgraph: 'zhetysu',
      country: 'KZ',
      typeName: 'KazakhstanNetwork',
      rootField: 'kazakhstan',
      routingUrl: 'http://zhetysu.example/',
      sdl: doorText(),
    },
    {
      subgraph: 'russia',
      country: 'RU',
      typeName: 'RussiaNetwork',
      rootField: 'russia',
      routingUrl: 'https://ru.example/graphql',
      sdl: russia,
    },
  ]);
});

test('two members with one country code are refused', () => {
  expect(() => readCountries(federation({ a: doorText(), b: doorText() }))).toThrow(/a and b both claim KZ/);
});
