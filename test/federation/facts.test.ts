import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { startFederation } from '../harness/start-federation.ts';

const federation = await startFederation();
const read = (file: string) => parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[];
const facts = read('test/facts/statements.csv');
const titles = new Map(read('test/facts/sources.csv').map(({ id, title }) => [id, title || null]));
const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');

const NAMES: Record<string, string> = { KZ: 'Kazakhstan', RU: 'Russia', UZ: 'Uzbekistan' };
const flag = (cell: string | undefined) => (cell ? cell === 'true' : null);
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const number = (cell: string | undefined) => (cell ? Number(cell) : null);

/** The statements of a country as its facts say them, in the order of their ids. */
function expected(country: string) {
  return facts
    .filter((fact) => fact['country'] === country)
    .toSorted((a, b) => (a['id']! < b['id']! ? -1 : 1))
    .map((fact) => ({
      indicator: fact['indicator'],
      value: number(fact['value']),
      lower: number(fact['lower']),
      upper: number(fact['upper']),
      qualifier: fact['qualifier'],
      period: { edtf: fact['period'] || null },
      source: { title: titles.get(fact['source']) },
    }));
}

test('networks gives every statement of the facts with exactly its values', async () => {
  const { data, errors } = await federation.ask(operation('networks-statements'));
  expect(errors).toEqual([]);
  expect(data.networks).toEqual(['KZ', 'RU', 'UZ'].map((code) => ({ code, name: NAMES[code], statements: { nodes: expected(code) } })));
  expect(facts.filter(({ country }) => country !== 'JOINT')).toHaveLength(
    data.networks.flatMap((network: { statements: { nodes: [] } }) => network.statements.nodes).length,
  );
});

test('the same fragment gives the same statements at the three doors', async () => {
  const { data, errors } = await federation.ask(operation('doors-statements'));
  expect(errors).toEqual([]);
  for (const [door, code] of [
    ['kazakhstan', 'KZ'],
    ['russia', 'RU'],
    ['uzbekistan', 'UZ'],
  ] as const) {
    expect(data[door]).toEqual({ code, name: NAMES[code], statements: { nodes: expected(code) } });
  }
});

test('a bound is open where the facts say so', async () => {
  const { data } = await federation.ask('{ networks { statements(first: 50) { nodes { id lowerOpen upperOpen } } } }');
  const rows: { id: string; lowerOpen: boolean | null; upperOpen: boolean | null }[] = data.networks.flatMap(
    (network: { statements: { nodes: [] } }) => network.statements.nodes,
  );
  const told = facts
    .filter(({ country }) => country !== 'JOINT')
    .map((fact) => ({
      id: fact['id']!.replace('-', ':statement:'),
      lowerOpen: flag(fact['lower_open']),
      upperOpen: flag(fact['upper_open']),
    }));
  expect(rows.toSorted(byId)).toEqual(told.toSorted(byId));
});

test('the status of a statement follows the order of its rules', async () => {
  const { data } = await federation.ask('{ kazakhstan { statements(first: 50) { nodes { id obsStatus } } } }');
  const status = Object.fromEntries(data.kazakhstan.statements.nodes.map(({ id, obsStatus }: Record<string, string>) => [id, obsStatus]));
  expect(status).toMatchObject({
    'kz:statement:vol-total-2022': 'V',
    'kz:statement:vol-total-2023': 'B',
    'kz:statement:vol-trend': 'L',
    'kz:statement:almaty-jobs-target': 'F',
  });
});
