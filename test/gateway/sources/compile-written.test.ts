import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { getOperationAST, Kind, parse, type OperationDefinitionNode } from 'graphql';
import type { SubQuery } from '../../../gateway/execute/ask.ts';
import { completeData } from '../../../gateway/execute/complete-data.ts';
import { serveSupergraph } from '../../../gateway/execute/served-supergraph.ts';
import { readMembers } from '../../../gateway/read-members.ts';
import { compileCheck, type Expectation } from '../../../gateway/sources/compile-check.ts';
import { compileWritten } from '../../../gateway/sources/compile-written.ts';
import { isFailure } from '../../../gateway/sources/outcome.ts';
import { judgeAnswer } from '../../../gateway/sources/judge-answer.ts';
import { readSubgraphTypes } from '../../../gateway/sources/subgraph-types.ts';
import { seededRandom } from '../execute/seeded-random.ts';

const text = readFileSync('schema/supergraph.graphql', 'utf8');
const supergraph = parse(text, { noLocation: true });
const ROW = {
  indicator: 'VOL_TOTAL',
  value: 1_000.5,
  lower: 1_000,
  upper: null,
  qualifier: 'MORE_THAN',
  period: { edtf: '2024' },
  source: { title: 'Отчёт, жыл сайынғы' },
};
const ANSWER = { data: { kazakhstan: { code: 'KZ', name: 'Birge', statements: { nodes: [ROW, { ...ROW, value: -0.25 }] } } } };
const FIELDS = 'code name statements { nodes { indicator value lower upper qualifier period { edtf } source { title } } }';

/** What reading and understanding make of the same answer of kazakhstan, each as the JSON of its field. */
function openBoth(query: string) {
  const asked: SubQuery[] = [];
  const served = serveSupergraph(text, supergraph, (subQuery) => {
    asked.push(subQuery);
    return Object.assign(async () => ({ data: null, errors: [] }), { isWritten: true });
  });
  const document = parse(query);
  served.prepare(query, document, getOperationAST(document) as OperationDefinitionNode);
  const { text: subQuery = '', whole = null } = asked.find(({ subgraph }) => subgraph === 'kazakhstan') ?? {};
  const operation = parse(subQuery).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const expected: Expectation = {
    types: readSubgraphTypes(supergraph, 'kazakhstan'),
    member: readMembers(supergraph).get('kazakhstan') ?? null,
  };
  const read = whole === null ? null : compileWritten(operation, expected, whole);
  const check = compileCheck(operation, expected);
  return {
    read: (body: string) => read?.(Buffer.from(body))?.get('kazakhstan') ?? null,
    understand: (body: string): string | null => {
      const answer = judgeAnswer({ status: 200, text: body, bytes: Buffer.from(body), revisions: undefined }, check, []);
      if (isFailure(answer) || answer.errors.length > 0 || answer.data === null || whole === null) return null;
      const { data, faults } = completeData(whole, answer.data, {});
      return faults.length > 0 ? null : JSON.stringify(data?.['kazakhstan']);
    },
  };
}

test('an answer as JSON.stringify writes it is read without being understood', () => {
  const { read, understand } = openBoth(`{ kazakhstan { ${FIELDS} } }`);
  const body = JSON.stringify(ANSWER);
  expect(read(body)).toBe(JSON.stringify(ANSWER.data.kazakhstan));
  expect(read(`${body}\n`)).toBe(understand(body));
});

test.each([
  ['a space', (body: string) => body.replace(':', ': ')],
  ['an escape', (body: string) => body.replace('Birge', 'Bir\\u0067e')],
  ['an exponent', (body: string) => body.replace('1000.5', '1.0005e3')],
  ['a needless zero', (body: string) => body.replace('1000.5', '1000.50')],
  ['a negative zero', (body: string) => body.replace('-0.25', '-0')],
  ['more digits than a double keeps', (body: string) => body.replace('1000.5', '1000.50000000000000001')],
  ['a key that was not asked for', (body: string) => body.replace('"name"', '"extra":1,"name"')],
  ['a key that comes twice', (body: string) => body.replace('"name"', '"code":"KZ","name"')],
  ['another order', (body: string) => body.replace('"code":"KZ","name":"Birge"', '"name":"Birge","code":"KZ"')],
  ['the code of another country', (body: string) => body.replace('"KZ"', '"RU"')],
  ['an enum value that is none', (body: string) => body.replace('MORE_THAN', 'MORE')],
  ['errors beside data', (body: string) => body.replace('}}}\n', '}},"errors":[{"message":"x"}]}')],
  ['something behind it', (body: string) => `${body} {}`],
  ['an end too early', (body: string) => body.slice(0, -4)],
])('%s is left to understanding', (_what, change) => {
  const changed = change(`${JSON.stringify(ANSWER)}\n`);
  expect(openBoth(`{ kazakhstan { ${FIELDS} } }`).read(changed)).toBeNull();
});

test('what is read is what understanding, checking, completing and writing give, whatever became of the bytes', () => {
  const { read, understand } = openBoth(`{ kazakhstan { ${FIELDS} } }`);
  const random = seededRandom(7);
  const whole = JSON.stringify(ANSWER);
  const pieces = [
    'null',
    'true',
    '0',
    '-0',
    '1e3',
    '1.5',
    '007',
    '"',
    '\\"',
    '{}',
    '[]',
    ',',
    ':',
    ' ',
    '\n',
    '"x"',
    'MORE_THAN',
    'KZ',
    'é',
    '\u0001',
  ];
  let readAnyway = 0;
  for (let round = 0; round < 5_000; round += 1) {
    const at = Math.floor(random() * whole.length);
    const length = Math.floor(random() * 4);
    const body = `${whole.slice(0, at)}${pieces[Math.floor(random() * pieces.length)] ?? ''}${whole.slice(at + length)}`;
    const written = read(body);
    if (written === null) continue;
    readAnyway += 1;
    expect([body, written]).toEqual([body, understand(body)]);
  }
  expect(readAnyway).toBeGreaterThan(50);
});

test.each([
  ['a condition', `query ($a: Boolean!) { kazakhstan { code name @include(if: $a) } }`],
  ['what takes two rounds', '{ networks { code name } }'],
  ['introspection beside it', '{ __schema { queryType { name } } kazakhstan { code } }'],
])('%s is always understood', (_what, query) => {
  expect(openBoth(query).read('{"data":{"kazakhstan":{"code":"KZ"}}}')).toBeNull();
});
