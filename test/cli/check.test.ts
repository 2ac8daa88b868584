import { afterEach, expect, test } from '@jest/globals';
import { composedText } from '../../cli/schema/composed-text.ts';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { kazakhstan, plantFederation, type PlantedFederation, russia } from './planted-federation.ts';
import { runBirge } from './run-birge.ts';

let federation: PlantedFederation;
afterEach(() => federation.remove());

async function findingsIn(texts: Record<string, string>, names: string[] = [], files: Record<string, string> = {}): Promise<string[]> {
  federation = plantFederation(texts);
  const composed = composedText(readRoverConfig(federation.roverFile));
  if (!composed.errors) federation.write('schema/supergraph.graphql', composed.text);
  for (const [path, text] of Object.entries(files)) federation.write(path, text);
  const { code, out } = await runBirge(['check', ...names, '--config', federation.roverFile, '--json']);
  const findings = JSON.parse(out) as { check: string; where: string }[];
  expect(code).toBe(findings.length > 0 ? 1 : 0);
  return findings.map(({ check, where }) => `${check}: ${where}`);
}
const withField = (field: string): string => doorWith(kazakhstan, field);
const withRegions = (text: string): string =>
  text.replace('type Query {', 'type Query {\n  """Planted."""\n  regions: [String!] @shareable');
const doorWith = (text: string, field: string): string =>
  text.replace('\n}\n\ntype Query', `\n  """Planted."""\n  ${field}\n}\n\ntype Query`);

test('sound texts have no finding', async () => expect(await findingsIn({ astana: kazakhstan, moskva: russia })).toEqual([]));

test.each([
  ['a non-null border field', withField('founded: String!'), 'border-nullability: astana KazakhstanNetwork.founded'],
  ['a personal name', withField('contactPhone: String'), 'personal-names: astana KazakhstanNetwork.contactPhone'],
  ['a missing description', kazakhstan.replace('"""Kazakhstan\'s network."""', ''), 'descriptions: astana KazakhstanNetwork'],
  ['text that does not compose', withField('founded: Unknown'), 'composition: INVALID_GRAPHQL'],
])('%s is found', async (_, text, finding) => expect(await findingsIn({ astana: text, moskva: russia })).toContain(finding));

test('a root field of two countries is found although both share it', async () => {
  expect(await findingsIn({ astana: withRegions(kazakhstan), moskva: withRegions(russia) })).toEqual([
    'root-fields: astana Query.regions',
    'root-fields: moskva Query.regions',
    'shared-names: countries Query.regions',
  ]);
});

test('a change that breaks released clients is found, and a decision record allows it', async () => {
  const released = { 'schema/released/astana.graphql': withField('founded: String') };
  expect(await findingsIn({ astana: kazakhstan, moskva: russia }, [], released)).toEqual([
    'breaking-changes: astana KazakhstanNetwork.founded',
  ]);
  federation.remove();
  const decided = { ...released, 'schema/decisions/0009-founded.md': '# 0009\nBreaks: KazakhstanNetwork.founded\n' };
  expect(await findingsIn({ astana: kazakhstan, moskva: russia }, [], decided)).toEqual([]);
});

test('a supergraph file that is not what the texts compose to is found', async () => {
  const findings = await findingsIn({ astana: kazakhstan, moskva: russia }, [], { 'schema/supergraph.graphql': 'edited by hand\n' });
  expect(findings).toEqual([expect.stringMatching(/^emitted-text: .*supergraph\.graphql:1$/)]);
});

test('a named member is checked alone', async () => {
  expect(await findingsIn({ astana: kazakhstan, moskva: doorWith(russia, 'founded: String!') }, ['astana'])).toEqual([]);
});

test('a person reads one finding per line and the number of them', async () => {
  federation = plantFederation({ astana: withField('founded: String!'), moskva: russia });
  const { out, code } = await runBirge(['check', 'astana', '--config', federation.roverFile]);
  expect(out).toMatch(/^border-nullability {2}astana KazakhstanNetwork\.founded {2}this field crosses the border.*\n1 finding\.\n$/);
  expect(code).toBe(1);
});

test('a name that is no member is wrong use', async () => {
  federation = plantFederation();
  const { code, err } = await runBirge(['check', 'atlantis', '--config', federation.roverFile]);
  expect(err).toBe('birge: "atlantis" is no member; the members are astana, moskva.\n');
  expect(code).toBe(2);
});

test.each([
  ['a text that is not GraphQL', 'type {', /^birge: moskva:1:6: Syntax Error/],
  ['a country code that another member has', russia.replace('country/RU', 'country/KZ'), /^birge: astana and moskva both claim KZ/],
])('%s ends the check in one line', async (_, text, message) => {
  federation = plantFederation({ astana: kazakhstan, moskva: text });
  const { code, err } = await runBirge(['check', '--config', federation.roverFile]);
  expect(err).toMatch(message);
  expect(code).toBe(2);
});
