import { isStated, type PeriodFacts } from '../period-facts.ts';
import type { Certainty } from './contradiction.ts';

/** The certainty of a rule that compared the days of these periods: it is stated when all of them are. */
export function certaintyOfDays(...periods: readonly (PeriodFacts | null)[]): Certainty {
  return periods.every(isStated) ? 'STATED' : 'INFERRED';
}
