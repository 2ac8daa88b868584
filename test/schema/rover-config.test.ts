import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { routingUrlsFrom } from '../../subgraphs/federation/routing-urls.ts';

const folder = mkdtempSync(join(tmpdir(), 'birge-rover-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'rover.yaml');
const row = (name: string, url = 'http://127.0.0.1:4001/graphql', schema = '{ file: ./a.graphql }'): string =>
  `  ${name}: { routing_url: ${url}, schema: ${schema} }\n`;
const read = (rows: string, urls: Record<string, string> = {}): ReturnType<typeof readRoverConfig> => {
  writeFileSync(file, `federation_version: =2.14.4\nsubgraphs:\n${rows}`);
  return readRoverConfig(file, urls);
};

test('members are sorted by name and their text is read when asked for', () => {
  const members = read(row('russia') + row('kazakhstan', 'http://kz.example/graphql', '{ sdl: "type Query { a: Int }" }'));
  expect(members.map(({ name, routingUrl, schemaFile }) => ({ name, routingUrl, schemaFile }))).toEqual([
    { name: 'kazakhstan', routingUrl: 'http://kz.example/graphql', schemaFile: null },
    { name: 'russia', routingUrl: 'http://127.0.0.1:4001/graphql', schemaFile: join(folder, 'a.graphql') },
  ]);
  expect(members[0]?.readSdl()).toBe('type Query { a: Int }');
  expect(() => members[1]?.readSdl()).toThrow(/rover\.yaml: subgraphs\.russia\.schema\.file cannot be read: .*ENOENT/);
});

test('an override by environment replaces the routing URL', () => {
  const urls = routingUrlsFrom({ ROUTING_URL_RUSSIA: 'https://ru.example/graphql', ROUTING_URL_HUB: '', PATH: '/bin' });
  expect(urls).toEqual({ russia: 'https://ru.example/graphql' });
  expect(read(row('russia'), urls)[0]?.routingUrl).toBe('https://ru.example/graphql');
});

test('a member named like a member of every object has the URL of its row', () => {
  expect(read(row('constructor'), {})[0]?.routingUrl).toBe('http://127.0.0.1:4001/graphql');
  const urls = routingUrlsFrom({ ROUTING_URL_CONSTRUCTOR: 'https://c.example/graphql' });
  expect(read(row('constructor'), urls)[0]?.routingUrl).toBe('https://c.example/graphql');
});

test.each([
  ['a missing URL', '  russia: { schema: { file: a } }\n', /subgraphs\.russia\.routing_url must be an http or https URL, not undefined/],
  ['a URL of another kind', row('russia', 'ftp://x'), /subgraphs\.russia\.routing_url must be an http or https URL, not "ftp:\/\/x"/],
  ['a name in capitals', row('Russia'), /subgraphs\.Russia must be named in lower-case/],
  [
    'a schema that is asked over the network',
    row('russia', undefined, '{ subgraph_url: "http://x" }'),
    /subgraphs\.russia\.schema must hold file .* or sdl/,
  ],
  ['no members', '  {}\n', /subgraphs must be a map with at least one subgraph/],
  ['a row that is no map', '  russia: 4001\n', /subgraphs\.russia must be a map/],
  ['broken YAML', '  russia: {\n', /is not YAML/],
])('%s is refused with file and key', (_, rows, message) => {
  expect(() => read(rows)).toThrow(message);
  expect(() => read(rows)).toThrow(file);
});

test('an override that names no member is refused: it is a typing error', () => {
  expect(() => read(row('russia'), { rusia: 'http://x/' })).toThrow(/ROUTING_URL_RUSIA names no member; the members are russia/);
});

test('a file that is missing is named', () => expect(() => readRoverConfig(join(folder, 'none.yaml'))).toThrow(/ENOENT.*none\.yaml/));

test('Federation 1 is refused', () => {
  writeFileSync(file, `federation_version: 1\nsubgraphs:\n${row('russia')}`);
  expect(() => readRoverConfig(file)).toThrow(/federation_version must be 2 or an exact version/);
});
