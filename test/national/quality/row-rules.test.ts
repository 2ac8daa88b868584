import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { qualityRules } from '../../../subgraphs/national/intake/quality/quality-rules.ts';
import { allKinds } from '../../../subgraphs/national/intake/quality/checked-kinds.ts';
import type { MappedRow } from '../../../subgraphs/national/intake/quality-rule.ts';
import { contextOf } from './known-samples.ts';
import { rowSamples } from './row-samples.ts';

const rulesFolder = join(import.meta.dirname, '..', '..', '..', 'subgraphs', 'national', 'intake', 'quality', 'rules');
const rulesOf = (code: string) => qualityRules.filter((rule) => rule.code === code);
const faultsIn = (code: string, kind: string, values: MappedRow['values']) =>
  rulesOf(code).flatMap((rule) => rule.check?.({ row: 2, values }, contextOf(kind)) ?? []);

describe.each(rowSamples)('$code on $kind', ({ code, kind, field, breaks, keeps }) => {
  test(`finds ${field} and says what to do without the value`, () => {
    const faults = faultsIn(code, kind, breaks);
    expect(faults.map((fault) => fault.field)).toEqual([field]);
    expect(faults[0]?.hint).toMatch(/^[^.]{10,}$/);
    const value = breaks[field];
    if (typeof value === 'string' && value.length > 3) expect(faults[0]?.hint).not.toContain(value);
  });

  test.each(keeps.map((values) => ({ values })))('is silent on $values', ({ values }) => expect(faultsIn(code, kind, values)).toEqual([]));

  test('is a rule of that kind', () => expect(rulesOf(code).map(({ kinds }) => kinds.includes(kind))).toEqual([true]));
});

test('every rule that reads one row has a row that breaks it', () => {
  const codes = qualityRules.filter((rule) => 'check' in rule).map(({ code }) => code);
  expect(new Set(rowSamples.map(({ code }) => code))).toEqual(new Set(codes));
});

test('no rule speaks of a row that says nothing, unless it asks for what is missing', () => {
  const missing = new Set(['STATEMENT_SOURCE', 'ORGANIZATION_WITHOUT_REGION', 'ACTION_WITHOUT_DATE', 'SOURCE_WITHOUT_DATE']);
  const speaking = qualityRules.filter((rule) =>
    rule.kinds.some((kind) => rule.check?.({ row: 2, values: {} }, contextOf(kind)) !== undefined),
  );
  expect(new Set(speaking.map(({ code }) => code))).toEqual(missing);
});

test('every file of rules/ is one rule of the list, named as its code, and every rule has its file', () => {
  const files = globSync('*.ts', { cwd: rulesFolder }).map((file) => basename(file, '.ts'));
  expect(files.length).toBeGreaterThan(25);
  expect(qualityRules.map(({ code }) => code.toLowerCase().replaceAll('_', '-')).sort()).toEqual(files.sort());
});

test('every rule has exactly one way of asking, known kinds, and a phrase', () => {
  for (const rule of qualityRules) {
    const ways = (['check', 'find', 'summarize', 'share', 'compareMonths', 'compare'] as const).filter((way) => way in rule);
    expect({ code: rule.code, ways: ways.length }).toEqual({ code: rule.code, ways: 1 });
    expect(rule.kinds.length).toBeGreaterThan(0);
    expect(rule.kinds.filter((kind) => !allKinds.includes(kind))).toEqual([]);
    expect(rule.finds).toMatch(/^[a-z].*[^.]$/);
  }
});
