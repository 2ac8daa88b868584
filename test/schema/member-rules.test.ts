import { expect, test } from '@jest/globals';
import { composeSupergraph } from '../../subgraphs/federation/compose.ts';
import { memberRules } from '../../subgraphs/federation/member-rules.ts';
import { doorText } from './door-text.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost"])';
const text = (name: string, sdl: string) => ({ name, routingUrl: `http://${name}.example/graphql`, sdl });
const hub = text(
  'hub',
  `${link}
type KazakhstanNetwork @key(fields: "code", resolvable: false) { code: String! }
type RussiaNetwork @key(fields: "code", resolvable: false) { code: String! }
type Query { networks: [KazakhstanNetwork] node(id: ID!): String @cost(weight: 5) regions: [String] }`,
);
const russia = text(
  'russia',
  doorText().replaceAll('Kazakhstan', 'Russia').replaceAll('kazakhstan', 'russia').replace('country/KZ', 'country/RU'),
);
/** Kazakhstan's text, its imports widened, with more root fields on lines of their own behind the door, and more behind the query. */
const bent = (imports: string, query: string, rest = ''): string =>
  doorText({ query: `  """The door."""\n  kazakhstan: KazakhstanNetwork\n${query}`, rest }).replace('"@key"', `"@key"${imports}`);
const lineOf = (sdl: string, part: string): number => sdl.slice(0, sdl.indexOf(part)).split('\n').length;
const found = (sdl: string): string[] =>
  memberRules([hub, text('kazakhstan', sdl), russia]).map(({ check, where, message }) => `${check}  ${where}  ${message}`);

test('a country with its door alone, and the hub with its root fields, break no rule', () => expect(found(doorText())).toEqual([]));

test('what federation itself adds to a text breaks no rule', () => {
  const added = `scalar _Any\nunion _Entity = KazakhstanNetwork\ntype _Service { sdl: String }\n`;
  expect(found(bent('', '  _entities(representations: [_Any!]!): [_Entity]!\n  _service: _Service!', added))).toEqual([]);
});

test.each([
  [
    'a field of the hub, taken by @override',
    bent(', "@override"', '  node(id: ID!): String @override(from: "hub")'),
    'node(id',
    ['directives  kazakhstan Query.node', 'root-fields  kazakhstan Query.node'],
    'from hub',
  ],
  [
    'a field of the hub with the directive under another name',
    bent(', { name: "@override", as: "@mine" }', '  regions: [String] @mine(from: "hub")'),
    'regions',
    ['directives  kazakhstan Query.regions', 'root-fields  kazakhstan Query.regions'],
    'from hub',
  ],
  [
    'a field of the hub with the directive by its long name',
    bent('', '  regions: [String] @federation__override(from: "hub")'),
    'regions',
    ['directives  kazakhstan Query.regions', 'root-fields  kazakhstan Query.regions'],
    'from hub',
  ],
  [
    "another country's door field",
    bent(', "@override"', '  russia: RussiaNetwork @override(from: "russia")', 'type RussiaNetwork { code: String! @shareable }'),
    'russia: ',
    ['directives  kazakhstan Query.russia', 'root-fields  kazakhstan Query.russia'],
    'from russia',
  ],
  [
    'a root field beside the door',
    bent('', '  kazakhstan2: Int'),
    'kazakhstan2',
    ['root-fields  kazakhstan Query.kazakhstan2'],
    'its door',
  ],
  [
    'a mutation root',
    `${doorText()}\nschema { query: Query mutation: Mutation }\ntype Mutation { burn: Boolean }`,
    'type Mutation',
    ['root-fields  kazakhstan Mutation'],
    'no mutations',
  ],
  [
    'a mutation root of the usual name',
    `${doorText()}\ntype Mutation { burn: Boolean }`,
    'type Mutation',
    ['root-fields  kazakhstan Mutation'],
    '',
  ],
  [
    'a subscription root under a name of its own',
    `${doorText()}\nextend schema { subscription: Watch }\ntype Watch { burn: Boolean }`,
    'type Watch',
    ['root-fields  kazakhstan Watch'],
    'no subscriptions',
  ],
  [
    'a field hidden for all',
    bent(', "@inaccessible"', '', 'type Region @shareable { iso: String @inaccessible }'),
    'iso',
    ['directives  kazakhstan Region.iso'],
    '@inaccessible',
  ],
  [
    'a weight that counts for all',
    bent(', "@cost"', '', 'type Region @shareable { iso: String @cost(weight: 9000) }'),
    'iso',
    ['directives  kazakhstan Region.iso'],
    '@cost',
  ],
  [
    'a type that takes the place of an interface',
    bent(', "@interfaceObject"', '', 'type Node @interfaceObject @key(fields: "id") { id: ID! }'),
    'type Node',
    ['directives  kazakhstan Node'],
    '@interfaceObject',
  ],
  [
    'a directive of another specification',
    doorText().replace('extend schema', 'extend schema @link(url: "https://specs.apollo.dev/connect/v0.1")'),
    'extend schema',
    ['directives  kazakhstan schema'],
    'https://specs.apollo.dev/connect/v0.1',
  ],
])('%s is found with member, place and owner, and is composed by nobody', (_, sdl, part, rules, said) => {
  const findings = found(sdl);
  expect(findings.map((line) => line.split('  ').slice(0, 2).join('  '))).toEqual(rules);
  for (const finding of findings) expect(finding).toContain(`line ${lineOf(sdl, part)}: `);
  expect(findings.join('\n')).toContain(said);
  const composition = composeSupergraph([hub, text('kazakhstan', sdl), russia]);
  expect(composition.errors?.map(({ code }) => code)).toEqual(
    rules.map((rule) => (rule.startsWith('root') ? 'ROOT_FIELDS' : 'DIRECTIVES')),
  );
  expect(composition.errors?.[0]?.message).toContain(`line ${lineOf(sdl, part)}: `);
});

test('the hub has no mutation either', () => {
  const burning = { ...hub, sdl: `${hub.sdl}\ntype Mutation { burn: Boolean }` };
  expect(memberRules([burning, russia]).map(({ where }) => where)).toEqual(['hub Mutation']);
});

test('a member that is no country has no root field', () => {
  const other = text('other', `${link}\ntype Query { hello: String }`);
  expect(memberRules([hub, russia, other]).map(({ where }) => where)).toEqual(['other Query.hello']);
});
