import { boundsMeet } from '../bounds-meet.ts';
import { periodRelation } from '../period-relation.ts';
import { mayShareLevel } from '../same-levels.ts';
import type { StatementFacts } from '../statement-facts.ts';
import { certaintyOfDays } from './certainty-of.ts';
import { type ContradictionRule, pairsWithin } from './contradiction-rule.ts';
import { differencesOf } from './differences.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

/** Two figures of one thing leave no value that satisfies both. */
export const disjointValues: ContradictionRule = {
  rule: 'DISJOINT_VALUES',
  kind: 'VALUE',
  find: ({ statements }) =>
    pairsWithin(statements, keyOf, (a, b) => !boundsMeet(a, b) && mayTellOfOneThing(a, b)).map(([a, b]) => ({
      a: statementSide(a),
      b: statementSide(b),
      certainty: certaintyOfDays(a.period, b.period),
      explainedBy: differencesOf(a, b),
      explanation: inFourLanguages({
        ru: (say) =>
          `${say.indicator(a.indicator)}: ${say.time(a.period)} — ${say.number(a)}, ${say.time(b.period)} — ${say.number(b)}. ` +
          'Если речь об одном и том же, оба числа сразу верны быть не могут.',
        kk: (say) =>
          `${say.indicator(a.indicator)}: ${say.time(a.period)} — ${say.number(a)}, ${say.time(b.period)} — ${say.number(b)}. ` +
          'Егер бұл бір нәрсе туралы айтылса, екі сан бірдей дұрыс бола алмайды.',
        uz: (say) =>
          `${say.indicator(a.indicator)}: ${say.time(a.period)} — ${say.number(a)}, ${say.time(b.period)} — ${say.number(b)}. ` +
          'Agar gap bir narsa haqida borsa, ikkala son bir vaqtda toʻgʻri boʻla olmaydi.',
        en: (say) =>
          `${say.indicator(a.indicator)}: ${say.time(a.period)}, ${say.number(a)}; ${say.time(b.period)}, ${say.number(b)}. ` +
          'If they tell of one thing, both cannot be true.',
      }),
    })),
};

function keyOf({ subject, indicator, population }: StatementFacts): string | null {
  return subject === null || indicator === null ? null : JSON.stringify([subject.kind, subject.id, indicator, population]);
}

function mayTellOfOneThing(a: StatementFacts, b: StatementFacts): boolean {
  const mayBeOneDefinition = a.definition === b.definition || a.definition === 'UNSPECIFIED' || b.definition === 'UNSPECIFIED';
  return mayBeOneDefinition && mayShareLevel(a, b) && ['EQUAL', 'UNKNOWN'].includes(periodRelation(a.period, b.period));
}
