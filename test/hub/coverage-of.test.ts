import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { coverageOf } from '../../subgraphs/hub/ask/coverage-of.ts';
import type { Outcome } from '../../subgraphs/hub/ask/outcome.ts';

const outcome: fc.Arbitrary<Outcome> = fc.constantFrom<Outcome>(
  { kind: 'answered', door: {}, asOf: null, revision: null },
  { kind: 'answered', door: {}, asOf: '2026-03-01T00:00:00.000Z', revision: null },
  { kind: 'refused', reason: 'PURPOSE' },
  { kind: 'timedOut' },
  { kind: 'unavailable' },
);
const country = fc.stringMatching(/^[A-Z]{2}$/);

test('every asked country stands in exactly one list, and only full answers are complete', () => {
  fc.assert(
    fc.property(fc.dictionary(country, outcome), (outcomes) => {
      const coverage = coverageOf(new Map(Object.entries(outcomes)));
      const listed: string[] = [
        ...coverage.answered,
        ...coverage.refused.map((refusal) => String(refusal.country)),
        ...coverage.timedOut,
        ...coverage.unavailable,
      ];
      expect(listed.toSorted()).toEqual(coverage.asked);
      expect(coverage.asked).toEqual(Object.keys(outcomes).toSorted());
      for (const { country: stale } of coverage.stale) expect(coverage.answered).toContain(stale);
      expect(coverage.complete).toBe(Object.values(outcomes).every((ended) => ended.kind === 'answered' && ended.asOf === null));
    }),
  );
});
