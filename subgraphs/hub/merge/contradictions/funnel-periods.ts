import type { Finding } from './contradiction.ts';
import type { ContradictionRule } from './contradiction-rule.ts';
import { differencesOf } from './differences.ts';
import { stagesOfOneFunnel } from './funnel.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';
import type { StatementFacts } from '../statement-facts.ts';

/** Two stages of one funnel are told of different kinds of time. */
export const funnelPeriods: ContradictionRule = {
  rule: 'FUNNEL_PERIODS',
  kind: 'PERIOD',
  find: ({ statements }) => stagesOfOneFunnel(statements).flatMap(([earlier, later]) => judge(earlier, later)),
};

function judge(earlier: StatementFacts, later: StatementFacts): Finding[] {
  const [kindOfEarlier, kindOfLater] = [earlier.period?.kind ?? null, later.period?.kind ?? null];
  if (kindOfEarlier === null || kindOfLater === null || kindOfEarlier === kindOfLater) return [];
  return [
    {
      a: statementSide(earlier),
      b: statementSide(later),
      certainty: 'STATED',
      explainedBy: differencesOf(earlier, later),
      explanation: inFourLanguages({
        ru: (say) =>
          `${say.indicator(earlier.indicator)} — ${say.timeKind(kindOfEarlier)}. ` +
          `${say.indicator(later.indicator)} — ${say.timeKind(kindOfLater)}. Эти числа относятся к разному времени.`,
        kk: (say) =>
          `${say.indicator(earlier.indicator)} — ${say.timeKind(kindOfEarlier)}. ` +
          `${say.indicator(later.indicator)} — ${say.timeKind(kindOfLater)}. Бұл сандар әртүрлі уақытқа жатады.`,
        uz: (say) =>
          `${say.indicator(earlier.indicator)} — ${say.timeKind(kindOfEarlier)}. ` +
          `${say.indicator(later.indicator)} — ${say.timeKind(kindOfLater)}. Bu sonlar har xil vaqtga tegishli.`,
        en: (say) =>
          `${say.indicator(earlier.indicator)}: ${say.timeKind(kindOfEarlier)}. ` +
          `${say.indicator(later.indicator)}: ${say.timeKind(kindOfLater)}. The two are told of different times.`,
      }),
    },
  ];
}
