import { describe, expect, test } from '@jest/globals';
import type { MappedRow } from '../../../subgraphs/national/intake/quality-rule.ts';
import { qualityRules } from '../../../subgraphs/national/intake/quality/quality-rules.ts';
import { contextOf } from './known-samples.ts';

type Values = MappedRow['values'];

interface ComparingSample {
  readonly code: string;
  readonly kind: string;
  readonly field: string;
  /** Numbers of the rows at fault, counted from 2 as in a file. */
  readonly finds: readonly number[];
  readonly breaks: readonly Values[];
  readonly keeps: readonly Values[];
}

const total = (year: number, value: number, more: Values = {}): Values => ({
  subject: 'KZ',
  indicator: 'VOL_TOTAL',
  definition: 'UNSPECIFIED',
  period: String(year),
  period_kind: 'YEAR',
  qualifier: 'EXACT',
  value,
  source: 'kz:source:astana',
  ...more,
});
const flow = (stage: string, lower: number, upper: number | null, more: Values = {}): Values => ({
  stage,
  lower,
  upper,
  lower_open: 'false',
  glide: 'EQ-2023-000015-TUR',
  origin_region: 'KZ-75',
  ...more,
});

const samples: readonly ComparingSample[] = [
  {
    code: 'STATEMENT_JUMP',
    kind: 'statements',
    field: 'value',
    finds: [3, 5],
    breaks: [total(2021, 100), total(2022, 150), total(2023, 149), total(2024, 99)],
    keeps: [total(2021, 100), total(2022, 149), total(2023, 100), total(2025, 400), total(2022, 400, { definition: 'TAKES_PART' })],
  },
  {
    code: 'STATEMENT_REPEATED',
    kind: 'statements',
    field: 'id',
    finds: [3],
    breaks: [total(2021, 100), total(2021, 100)],
    keeps: [
      total(2021, 100),
      total(2021, 100, { source: 'kz:source:nvs' }),
      total(2021, 100, { population: 'CHILDREN' }),
      { qualifier: 'NO_NUMBER' },
      { qualifier: 'NO_NUMBER' },
    ],
  },
  {
    code: 'AID_SENT_ABOVE_COLLECTED',
    kind: 'aid',
    field: 'tonnes',
    finds: [3],
    breaks: [flow('COLLECTED', 51.5, 51.5), flow('SENT', 51.5, null, { lower_open: 'true', glide: 'EQ-2023-000015-SYR' })],
    keeps: [
      flow('COLLECTED', 51.5, 51.5),
      flow('COLLECTED', 10, 10),
      flow('SENT', 61.5, 61.5),
      flow('SENT', 99, 99, { origin_region: 'KZ-71' }),
      flow('SENT', 99, 99, { glide: 'FL-2024-000039-KAZ' }),
    ],
  },
  {
    code: 'AID_SENT_ABOVE_COLLECTED',
    kind: 'aid',
    field: 'tonnes',
    finds: [3],
    breaks: [flow('COLLECTED', 10, 12), flow('SENT', 13, 14)],
    keeps: [flow('COLLECTED', 10, null), flow('SENT', 13, 14)],
  },
];

const rowsOf = (values: readonly Values[]): MappedRow[] => values.map((row, index) => ({ row: index + 2, values: row }));
const found = (code: string, kind: string, values: readonly Values[]) =>
  qualityRules.filter((rule) => rule.code === code).flatMap((rule) => rule.compare?.(rowsOf(values), contextOf(kind)) ?? []);

describe.each(samples)('$code', ({ code, kind, field, finds, breaks, keeps }) => {
  test('names the rows at fault', () =>
    expect(found(code, kind, breaks).map((fault) => [fault.row, fault.field])).toEqual(finds.map((row) => [row, field])));
  test('the order of the rows makes no difference', () => expect(found(code, kind, [...breaks].reverse())).toHaveLength(finds.length));
  test('is silent on rows that go together', () => expect(found(code, kind, keeps)).toEqual([]));
});

test('every rule that compares publications has rows that break it', () => {
  const codes = qualityRules.filter((rule) => 'compare' in rule).map(({ code }) => code);
  expect(new Set(samples.map(({ code }) => code))).toEqual(new Set(codes));
});
