import { Coverage } from '../values/coverage.ts';
import type { Outcome, Outcomes } from './outcome.ts';

/**
 * What an answer rests on.
 * Shape   outcome by country -> coverage; every asked country stands in exactly one list, and lists are sorted by code
 * Source  schema/GLOSSARY.md, "coverage"
 */
export function coverageOf(outcomes: Outcomes): Coverage {
  const asked = [...outcomes.keys()].sort();
  const withOutcome = (kind: Outcome['kind']): string[] => asked.filter((country) => outcomes.get(country)?.kind === kind);
  const answered = withOutcome('answered');
  const stale = asked.flatMap((country) => {
    const outcome = outcomes.get(country);
    return outcome?.kind === 'answered' && outcome.asOf !== null ? [{ country, asOf: outcome.asOf }] : [];
  });
  return Object.assign(new Coverage(), {
    asked,
    answered,
    refused: asked.flatMap((country) => {
      const outcome = outcomes.get(country);
      return outcome?.kind === 'refused' ? [{ country, reason: outcome.reason }] : [];
    }),
    timedOut: withOutcome('timedOut'),
    unavailable: withOutcome('unavailable'),
    stale,
    complete: answered.length === asked.length && stale.length === 0,
  });
}
