import type { Outcome, Outcomes } from './outcome.ts';

/**
 * The outcomes of several questions to the same countries as one: a country has answered only where it answered all that it was asked, and is as old as its
 * oldest answer.
 */
export function joinOutcomes(...questions: readonly Outcomes[]): Outcomes {
  const joined = new Map<string, Outcome>();
  for (const [country, outcome] of questions.flatMap((outcomes) => [...outcomes])) {
    const before = joined.get(country);
    joined.set(country, before === undefined ? outcome : joinOutcome(before, outcome));
  }
  return joined;
}

/** Two outcomes of one country as one. */
export function joinOutcome(before: Outcome, outcome: Outcome): Outcome {
  if (before.kind !== 'answered') return before;
  if (outcome.kind !== 'answered' || before.asOf === null) return outcome;
  return outcome.asOf === null || before.asOf < outcome.asOf ? before : outcome;
}

/** Countries that were asked and did not answer. */
export function withoutAnswer(outcomes: Outcomes): string[] {
  return [...outcomes].flatMap(([country, { kind }]) => (kind === 'answered' ? [] : [country])).toSorted();
}
