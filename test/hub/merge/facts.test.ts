import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { aidSummary } from '../../../subgraphs/hub/merge/aid-summary.ts';
import { comparability } from '../../../subgraphs/hub/merge/comparability.ts';
import { contradictedStatements } from '../../../subgraphs/hub/merge/contradicted-statements.ts';
import { findContradictions } from '../../../subgraphs/hub/merge/contradictions/find-contradictions.ts';
import { total } from '../../../subgraphs/hub/merge/total.ts';
import { readKnowledge } from './read-knowledge.ts';

const knowledge = await readKnowledge();
const found = findContradictions(knowledge);
const rows = parse(readFileSync('test/facts/contradictions.csv', 'utf8'), { columns: true }) as Record<string, string>[];
const statement = (local: string) => knowledge.statements.find(({ id }) => id === `kz:statement:${local}`)!;

/** A slug of the facts as the local part of an id: its type follows from the row it names. */
const local = (slug: string) => slug.replace(/^(kz|ru|uz|joint)-/, '');
const localOfId = (id: string) => id.split(':').at(-1) ?? '';
const slugs = (row: Record<string, string>) => [row['a'], row['b']].flatMap((cell) => (cell ? cell.split('|') : []));

const fires = rows.filter(({ expect: expected }) => expected === 'FIRES').map((row) => [row['id']!, row] as const);
test.each(fires)('%s fires from the facts themselves', (_, row) => {
  const wanted = new Set(
    slugs(row)
      .filter((slug) => !slug.startsWith('codelist:'))
      .map(local),
  );
  const same = found.filter(({ rule, a, b }) => {
    const sides = [...a, ...b].filter(({ kind }) => kind !== 'CODE_LIST').map(({ id }) => localOfId(id));
    return rule === row['rule'] && sides.every((side) => wanted.has(side));
  });
  expect(same.length).toBeGreaterThan(0);
  expect(new Set(same.map(({ kind, certainty }) => `${kind} ${certainty}`))).toEqual(new Set([`${row['kind']} ${row['certainty']}`]));
});

test('pairs that must stay silent do', () => {
  for (const row of rows.filter(({ expect: expected }) => expected === 'MUST_NOT_FIRE')) {
    const [first = '', ...others] = slugs(row).map(local);
    const both = found.filter(({ a, b }) => {
      const sides = new Set([...a, ...b].map(({ id }) => localOfId(id)));
      return sides.has(first) && others.some((other) => sides.has(other));
    });
    expect([row['id'], both.map(({ rule }) => rule)]).toEqual([row['id'], []]);
  }
});

test('volunteers of Kazakhstan: the latest year alone is the total, and everything left out says why', () => {
  const answer = total(
    knowledge.statements.filter(({ country }) => country === 'KZ'),
    {
      indicator: 'VOL_TOTAL',
      definition: 'UNSPECIFIED',
      period: '2022/2023',
      unanswered: [],
      contradicted: contradictedStatements(found),
      regions: knowledge.regions,
    },
  );
  expect(answer).toMatchObject({
    value: 240_000,
    lower: 235_000,
    lowerOpen: false,
    upper: 245_000,
    upperOpen: true,
    qualifier: 'ROUNDED',
    method: 'LAST_THEN_SUM',
    refusal: null,
  });
  expect(answer.used.map(({ id }) => localOfId(id))).toEqual(['vol-total-2023']);
  expect(answer.excluded.map(({ statement: { id }, reason }) => [localOfId(id), reason])).toEqual([
    ['almaty-vol-database', 'DEFINITION_DIFFERS'],
    ['almaty-vol-involved', 'DEFINITION_DIFFERS'],
    ['nvs-vol-in-actions', 'DEFINITION_DIFFERS'],
    ['vol-taking-part', 'DEFINITION_DIFFERS'],
    ['vol-total-2022', 'EARLIER_PERIOD'],
    ['vol-trend', 'NO_NUMBER'],
  ]);
});

test('two years of one article compare with care, two articles not until something is supplied', () => {
  const years = comparability(statement('vol-total-2022'), statement('vol-total-2023'), found);
  expect([years.verdict, years.reasons.map(({ code }) => code), years.needs]).toEqual([
    'WITH_CARE',
    ['CONTRADICTED', 'DEFINITION_SHARED_UNSPECIFIED', 'PERIOD_DIFFERS'],
    [],
  ]);
  const articles = comparability(statement('vol-total-2023'), statement('vol-taking-part'), found);
  expect([articles.verdict, articles.reasons.map(({ code }) => code), articles.needs.length]).toEqual([
    'UNDETERMINED',
    ['DEFINITION_UNSPECIFIED', 'PERIOD_UNKNOWN', 'CONTRADICTED', 'PERIOD_DIFFERS', 'SOURCE_DIFFERS', 'WEAK_QUALIFIER'],
    2,
  ]);
});

test('a tonne collected and a tonne sent stay apart', () => {
  const stages = aidSummary(knowledge.aidFlows, { glide: 'EQ-2023-000015-SYR', unanswered: [], regions: knowledge.regions });
  expect(stages.map(({ stage, value, qualifier }) => [stage, value, qualifier])).toEqual([
    ['COLLECTED', 51.5, 'EXACT'],
    ['SENT', 51.5, 'MORE_THAN'],
  ]);
});
