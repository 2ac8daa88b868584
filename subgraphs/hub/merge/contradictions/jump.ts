import { findIndicator } from '../../../contract/code-lists/indicators.ts';
import { hasNumber } from '../figure.ts';
import type { StatementFacts } from '../statement-facts.ts';
import { certaintyOfDays } from './certainty-of.ts';
import { type ContradictionRule, pairsWithin } from './contradiction-rule.ts';
import { differencesOf } from './differences.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

/** From one year to the next a stock grows by half or more, or shrinks by a third or more: likelier another way of counting than growth. */
export const jump: ContradictionRule = {
  rule: 'JUMP',
  kind: 'BREAK',
  find: ({ statements }) =>
    pairsWithin(statements, keyOf, (a, b) => Math.abs(yearOf(b) - yearOf(a)) === 1)
      .map(([a, b]) => (yearOf(a) < yearOf(b) ? ([a, b] as const) : ([b, a] as const)))
      .filter(([earlier, later]) => isJump(earlier, later))
      .map(([earlier, later]) => ({
        a: statementSide(earlier),
        b: statementSide(later),
        certainty: certaintyOfDays(earlier.period, later.period),
        explainedBy: differencesOf(earlier, later),
        explanation: inFourLanguages({
          ru: (say) =>
            `${say.indicator(later.indicator)}: ${say.time(earlier.period)} — ${say.number(earlier)}, ${say.time(later.period)} — ${say.number(later)}. ` +
            `Такой скачок за год чаще означает, что стали считать иначе.`,
          kk: (say) =>
            `${say.indicator(later.indicator)}: ${say.time(earlier.period)} — ${say.number(earlier)}, ${say.time(later.period)} — ${say.number(later)}. ` +
            `Бір жылдағы мұндай секіріс көбіне санау тәсілінің өзгергенін білдіреді.`,
          uz: (say) =>
            `${say.indicator(later.indicator)}: ${say.time(earlier.period)} — ${say.number(earlier)}, ${say.time(later.period)} — ${say.number(later)}. ` +
            `Bir yildagi bunday sakrash koʻpincha sanash usuli oʻzgarganini bildiradi.`,
          en: (say) =>
            `${say.indicator(later.indicator)}: ${say.time(earlier.period)}, ${say.number(earlier)}; ${say.time(later.period)}, ${say.number(later)}. ` +
            `Such a jump within a year more often means another way of counting.`,
        }),
      })),
};

function keyOf(statement: StatementFacts): string | null {
  const { subject, indicator, definition, period } = statement;
  if (subject === null || indicator === null || findIndicator(indicator)?.timeRule !== 'LAST') return null;
  if (period?.kind !== 'YEAR' || period.start === null || !hasNumber(statement)) return null;
  return JSON.stringify([subject.kind, subject.id, indicator, definition]);
}

function yearOf({ period }: StatementFacts): number {
  return Number(period?.start?.slice(0, 4));
}

/** By whole multiples, so that no ratio is rounded: half more is 2b ≥ 3a, a third less is 3b ≤ 2a. */
function isJump({ value: a }: StatementFacts, { value: b }: StatementFacts): boolean {
  return a !== null && b !== null && a > 0 && (2 * b >= 3 * a || 3 * b <= 2 * a);
}
