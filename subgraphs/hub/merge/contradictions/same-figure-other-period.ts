import { findIndicator } from '../../../contract/code-lists/indicators.ts';
import { hasNumber } from '../figure.ts';
import { isStated, type PeriodFacts } from '../period-facts.ts';
import { areLengthsDifferent, isLengthFromDays, periodLength } from '../period-length.ts';
import { mayShareLevel } from '../same-levels.ts';
import type { StatementFacts } from '../statement-facts.ts';
import type { Finding } from './contradiction.ts';
import { type ContradictionRule, pairsWithin } from './contradiction-rule.ts';
import { differencesOf } from './differences.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

/** One number of events or actions is told for periods of different length. */
export const sameFigureOtherPeriod: ContradictionRule = {
  rule: 'SAME_FIGURE_OTHER_PERIOD',
  kind: 'PERIOD',
  find: ({ statements }) => pairsWithin(statements, keyOf, mayShareLevel).flatMap(([a, b]) => judge(a, b)),
};

function keyOf({ indicator, subject, value, qualifier, ...rest }: StatementFacts): string | null {
  const isActivity = indicator !== null && findIndicator(indicator)?.family === 'activity';
  const isTold = subject !== null && hasNumber({ ...rest, value, qualifier });
  return isActivity && isTold ? JSON.stringify([subject.kind, subject.id, value, qualifier]) : null;
}

function judge(a: StatementFacts, b: StatementFacts): Finding[] {
  const [lengthA, lengthB] = [periodLength(a.period), periodLength(b.period)];
  if (lengthA === null || lengthB === null || !areLengthsDifferent(lengthA, lengthB)) return [];
  return [
    {
      a: statementSide(a),
      b: statementSide(b),
      certainty: [a.period, b.period].every(isLengthStated) ? 'STATED' : 'INFERRED',
      explainedBy: differencesOf(a, b),
      explanation: inFourLanguages({
        ru: (say) => `Одно и то же число (${say.number(a)}) названо и ${say.during(lengthA)}, и ${say.during(lengthB)}.`,
        kk: (say) => `Бір ғана сан (${say.number(a)}) ${say.during(lengthA)} де, ${say.during(lengthB)} де болғаны айтылған.`,
        uz: (say) => `Bitta son (${say.number(a)}) ham ${say.during(lengthA)}, ham ${say.during(lengthB)} boʻlgani aytilgan.`,
        en: (say) => `The same number (${say.number(a)}) is told both ${say.during(lengthA)} and ${say.during(lengthB)}.`,
      }),
    },
  ];
}

/** A length that is said, as "one year" or "ten years", does not hang on when that was. */
function isLengthStated(period: PeriodFacts | null): boolean {
  return period !== null && (!isLengthFromDays(period) || isStated(period));
}
