import type { Outcome, Outcomes } from './outcome.ts';

/** The outcomes of several questions to the same countries as one: a country has answered only where it answered all that it was asked. */
export function joinOutcomes(...questions: readonly Outcomes[]): Outcomes {
  const joined = new Map<string, Outcome>();
  for (const [country, outcome] of questions.flatMap((outcomes) => [...outcomes])) {
    if ((joined.get(country)?.kind ?? 'answered') === 'answered') joined.set(country, outcome);
  }
  return joined;
}

/** Countries that were asked and did not answer. */
export function withoutAnswer(outcomes: Outcomes): string[] {
  return [...outcomes].flatMap(([country, { kind }]) => (kind === 'answered' ? [] : [country])).toSorted();
}
