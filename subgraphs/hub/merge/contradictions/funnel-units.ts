import type { ContradictionRule } from './contradiction-rule.ts';
import { differencesOf } from './differences.ts';
import { stagesOfOneFunnel } from './funnel.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

/** Two stages of one funnel are counted in different units. */
export const funnelUnits: ContradictionRule = {
  rule: 'FUNNEL_UNITS',
  kind: 'UNIT',
  find: ({ statements }) =>
    stagesOfOneFunnel(statements)
      .filter(([earlier, later]) => earlier.unit !== null && later.unit !== null && earlier.unit !== later.unit)
      .map(([earlier, later]) => ({
        a: statementSide(earlier),
        b: statementSide(later),
        certainty: 'STATED',
        explainedBy: differencesOf(earlier, later),
        explanation: inFourLanguages({
          ru: (say) =>
            `${say.indicator(earlier.indicator)}: ${say.number(earlier)}. ${say.indicator(later.indicator)}: ${say.number(later)}. ` +
            `Единицы разные (${say.unit(earlier.unit)}, ${say.unit(later.unit)}), поэтому доля из этих чисел не следует.`,
          kk: (say) =>
            `${say.indicator(earlier.indicator)}: ${say.number(earlier)}. ${say.indicator(later.indicator)}: ${say.number(later)}. ` +
            `Өлшем бірліктері әртүрлі (${say.unit(earlier.unit)}, ${say.unit(later.unit)}), сондықтан бұл сандардан үлес шықпайды.`,
          uz: (say) =>
            `${say.indicator(earlier.indicator)}: ${say.number(earlier)}. ${say.indicator(later.indicator)}: ${say.number(later)}. ` +
            `Oʻlchov birliklari har xil (${say.unit(earlier.unit)}, ${say.unit(later.unit)}), shuning uchun bu sonlardan ulush kelib chiqmaydi.`,
          en: (say) =>
            `${say.indicator(earlier.indicator)}: ${say.number(earlier)}. ${say.indicator(later.indicator)}: ${say.number(later)}. ` +
            `The units differ (${say.unit(earlier.unit)}, ${say.unit(later.unit)}), so no rate follows from these numbers.`,
        }),
      })),
};
