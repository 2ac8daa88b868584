import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type ASTNode, type FieldDefinitionNode, Kind, parse, print, visit } from 'graphql';
import type { Finding } from '../../subgraphs/federation/checks/finding.ts';
import { network as kazakhstan } from '../../subgraphs/kazakhstan/network.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { sqlite } from '../harness/databases.ts';
import { openDoor } from '../harness/open-door.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { root, runBirge } from './run-birge.ts';

// The project's own federation: its members, stored queries and hub.
const folder = await temporaryFolder();
const text = readFileSync(join(root, 'schema/subgraphs/kazakhstan.graphql'), 'utf8');
/** A text whose field is gone, or is what `change` makes of it. */
function bent(
  sdl: string,
  type: string,
  field: string,
  change: (node: FieldDefinitionNode) => FieldDefinitionNode | null = () => null,
): string {
  const isType = (node: ASTNode | readonly ASTNode[] | undefined): boolean =>
    node !== undefined && 'kind' in node && node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === type;
  const document = visit(parse(sdl), {
    FieldDefinition: (node, _, __, ___, above) => (node.name.value === field && isType(above.at(-1)) ? change(node) : undefined),
  });
  expect(print(document)).not.toBe(print(parse(sdl)));
  return print(document);
}

const asNonNull = (node: FieldDefinitionNode): FieldDefinitionNode => ({
  ...node,
  type: node.type.kind === Kind.NON_NULL_TYPE ? node.type : { kind: Kind.NON_NULL_TYPE, type: node.type },
});

async function check(sdl: string, name = 'kazakhstan', ...flags: string[]) {
  const file = join(folder, 'text.graphql');
  writeFileSync(file, sdl);
  const { code, out, err } = await runBirge(['check', name, '--sdl', file, '--json', ...flags]);
  return { code, err, findings: JSON.parse(out) as Finding[] };
}
test('the committed text of a member fits', async () => expect(await check(text)).toEqual({ code: 0, err: '', findings: [] }));

test('a removed field names the stored queries, the questions of the hub and the members that it concerns, and where', async () => {
  const { code, findings } = await check(bent(text, 'Statement', 'qualifier'));
  const broken = findings.find((finding) => finding.check === 'breaking-changes');
  expect(broken?.where).toBe('kazakhstan Statement.qualifier');
  expect(broken?.affects).toEqual(
    expect.arrayContaining([
      { kind: 'operation', name: 'doors-statements.graphql', at: 'kazakhstan.statements.nodes.qualifier' },
      { kind: 'operation', name: 'networks-statements.graphql', at: 'networks.statements.nodes.qualifier' },
      { kind: 'hub', name: 'total, comparability, contradictions', at: 'kazakhstan.statements.edges.node.qualifier' },
      { kind: 'member', name: 'russia', at: 'Statement.qualifier' },
    ]),
  );
  // Without the field no supergraph can be made: it is no key that another country could answer for this one.
  expect(findings.map((finding) => finding.check)).toContain('composition');
  expect(code).toBe(1);
});

test('what is asked of another country alone is not affected', async () => {
  const russia = readFileSync(join(root, 'schema/subgraphs/russia.graphql'), 'utf8');
  const { findings } = await check(bent(russia, 'SearchFunnel', 'requests'), 'russia');
  const broken = findings.find((finding) => finding.where === 'russia SearchFunnel.requests');
  expect(broken?.affects?.filter(({ kind }) => kind !== 'member')).toEqual([]);
});

test('a person reads under each finding whom it breaks', async () => {
  const file = join(folder, 'person.graphql');
  writeFileSync(file, bent(text, 'Region', 'iso'));
  const { out, code } = await runBirge(['check', 'kazakhstan', '--sdl', file]);
  expect(out).toMatch(/\n {4}breaks the hub's regions, total, contradictions, at kazakhstan\.regions\.iso\n/);
  expect(out).toMatch(/\n {4}.*russia, uzbekistan declare it as well\n/);
  expect(out).toMatch(/findings\.\n$/);
  expect(code).toBe(1);
});

test.each([
  ['a border field that must not be null', bent(text, 'Region', 'iso', asNonNull), 'border-nullability'],
  ['a tag of another country', text.replace('country/KZ', 'country/KG'), 'door-rules'],
  ['a code of another member', text.replace('country/KZ', 'country/RU'), 'door-rules'],
  ['no key', text.replace(' @key(fields: "code")', ''), 'door-rules'],
  ['text that is not GraphQL', 'type {', 'syntax'],
  ['an empty text', '', 'syntax'],
  ['a binary text', '\u0000\u0001\uFFFD', 'syntax'],
  ['a type that is not declared', text.replace('SearchFunnel', 'SearchFunel'), 'composition'],
])('%s is a finding of %s', async (_, sdl, rule) => {
  const { code, findings } = await check(sdl);
  expect(findings.map((finding) => finding.check)).toContain(rule);
  expect(code).toBe(1);
});

test.each([
  ['root field of the hub', 'node(id: ID!): Node @override(from: "hub")', 'node', 'hub'],
  ['list of the hub', 'regions(codes: [String!]): [Region] @override(from: "hub")', 'regions', 'hub'],
  ['door of another country', 'russia: NationalNetwork @override(from: "russia")', 'russia', 'russia'],
])('a %s cannot be taken', async (_, field, name, owner) => {
  const taking = text.replace('"@key", ', '"@key", "@override", ').replace('  kazakhstan: Kaz', `  ${field}\n  kazakhstan: Kaz`);
  const { code, findings } = await check(taking);
  const line = taking.slice(0, taking.indexOf(`  ${field}`)).split('\n').length;
  for (const rule of ['directives', 'root-fields']) {
    expect(findings).toContainEqual({
      check: rule,
      where: `kazakhstan Query.${name}`,
      message: expect.stringMatching(new RegExp(`^line ${line}: .*from ${owner}`)),
    });
  }
  expect(code).toBe(1);
});

test('a root field beside the door, and a mutation, are findings', async () => {
  const query = 'type Query {\n';
  const extra = text.replace(query, `${query}  """Planted."""\n  kazakhstan2: Int\n`);
  expect((await check(extra)).findings).toEqual([expect.objectContaining({ check: 'root-fields', where: 'kazakhstan Query.kazakhstan2' })]);
  const burning = text.replace('  query: Query', '  query: Query\n  mutation: Mutation');
  const { findings } = await check(`${burning}\ntype Mutation {\n  """Planted."""\n  burn: Boolean\n}\n`);
  expect(findings).toEqual([expect.objectContaining({ check: 'root-fields', where: 'kazakhstan Mutation' })]);
});

test('a network that is no member yet is checked as one that joins', async () => {
  const joining = text.replaceAll('Kazakhstan', 'Atlantis').replaceAll('kazakhstan', 'atlantis').replaceAll('country/KZ', 'country/XA');
  expect(await check(joining, 'atlantis')).toEqual({
    code: 0,
    err: 'note  atlantis: it is no member yet, and is checked as one that joins.\n',
    findings: [],
  });
  const { findings } = await check(bent(joining, 'SharingTerms', 'refreshRhythm'), 'atlantis');
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: 'contract-fields',
      where: 'atlantis SharingTerms.refreshRhythm',
      affects: expect.arrayContaining([expect.objectContaining({ kind: 'member', name: 'kazakhstan' })]),
    }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ check: 'hub-questions', where: 'atlantis hub: networkStatus' }));
});

test('a running subgraph is asked for its text and its version', async () => {
  const door = await openDoor(kazakhstan, sqlite);
  const { code, out } = await runBirge(['check', 'kazakhstan', '--url', door.url]);
  expect({ code, out }).toEqual({ code: 0, out: 'The contract is sound: no findings.\n' });
});

test('a running subgraph of another contract is found, older or newer', async () => {
  for (const [version, word] of [
    ['0.0.9', 'older'],
    ['7.0.0', 'newer'],
  ]) {
    const url = await serve((query) =>
      query.includes('_service') ? { _service: { sdl: text } } : { kazakhstan: { contractVersion: version } },
    );
    const { out, code } = await runBirge(['check', 'kazakhstan', '--url', url]);
    expect(out).toMatch(new RegExp(`^contract-version  kazakhstan contractVersion  it serves contract ${version}, .*it is ${word}`));
    expect(code).toBe(1);
  }
});

test.each([
  ['nobody listens', 'http://127.0.0.1:9/graphql', /^birge: http:\/\/127\.0\.0\.1:9\/graphql gives no answer: .*\.\n$/],
  ['something else answers', await serve(() => ({ hello: 1 })), /answers, but is no subgraph/],
])('where %s the address is named', async (_, url, message) => {
  const { err, code } = await runBirge(['check', 'kazakhstan', '--url', url]);
  expect(err).toMatch(message);
  expect(code).toBe(1);
});

test.each([
  ['no name', ['check', '--sdl', 'a.graphql'], /there is no file a\.graphql/],
  ['two names', ['check', 'kazakhstan', 'russia', '--sdl', join(root, 'schema/subgraphs/russia.graphql')], /name it, and no other/],
  ['both sources', ['check', 'kazakhstan', '--sdl', 'a', '--url', 'http://x'], /cannot be used with option/],
  ['a file that is not there', ['check', 'kazakhstan', '--sdl', '/nowhere.graphql'], /^birge: there is no file \/nowhere\.graphql\.\n$/],
  ['a folder', ['check', 'kazakhstan', '--sdl', '/tmp'], /^birge: \/tmp is a folder; --sdl takes the file with the text\.\n$/],
])('%s is wrong use', async (_, args, message) => {
  const { err, code } = await runBirge(args);
  expect(err).toMatch(message);
  expect(code).toBe(2);
});

/** A subgraph of somebody else's making, as far as a check asks it. */
async function serve(answer: (query: string) => object): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { query } = JSON.parse(body) as { query: string };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: answer(query) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  whenFileEnds(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql`;
}
