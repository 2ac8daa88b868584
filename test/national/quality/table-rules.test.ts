import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { qualityRules } from '../../../subgraphs/national/intake/quality/quality-rules.ts';
import { databases } from '../open-history.ts';
import { type OpenRecords, openRecords } from './open-records.ts';
import { tableSamples } from './table-samples.ts';

describe.each(databases)('on $name', (kind) => {
  let records: OpenRecords;
  beforeAll(async () => {
    records = await openRecords(kind);
  });
  beforeEach(() => records.clear());
  const countOf = async (code: string) => {
    const { findings } = await records.check({ rule: code });
    return findings.map(({ kind: found, field, count }) => ({ kind: found, field, count }));
  };

  test.each(tableSamples.map((sample, index) => ({ ...sample, name: `${sample.code} ${index}` })))(
    '$name finds rows that are at fault beside others',
    async ({ code, kind: sampleKind, field, finds, breaks }) => {
      await records.store(breaks);
      const counts = await countOf(code);
      expect(new Set(counts.map((found) => `${found.kind} ${found.field}`))).toEqual(new Set([`${sampleKind} ${field}`]));
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(finds);
    },
  );

  test.each(tableSamples.map((sample, index) => ({ ...sample, name: `${sample.code} ${index}` })))(
    '$name is silent on rows that go together',
    async ({ code, keeps }) => {
      await records.store(keeps);
      expect(await countOf(code)).toEqual([]);
    },
  );
});

test('every rule that asks tables has records that break it', () => {
  const codes = qualityRules
    .filter((rule) => 'find' in rule || 'summarize' in rule || 'share' in rule || 'compareMonths' in rule)
    .map(({ code }) => code);
  expect(new Set(tableSamples.map(({ code }) => code))).toEqual(new Set(codes));
});
