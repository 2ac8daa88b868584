import { isBelow } from '../bounds-meet.ts';
import { type ContradictionRule } from './contradiction-rule.ts';
import { differencesOf } from './differences.ts';
import { stagesOfOneFunnel } from './funnel.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

/** More arrives at a later stage than an earlier one can have held. */
export const laterStageAboveEarlier: ContradictionRule = {
  rule: 'LATER_STAGE_ABOVE_EARLIER',
  kind: 'VALUE',
  find: ({ statements }) =>
    stagesOfOneFunnel(statements)
      .filter(([earlier, later]) => earlier.unit !== null && earlier.unit === later.unit && isBelow(earlier, later))
      .map(([earlier, later]) => ({
        a: statementSide(earlier),
        b: statementSide(later),
        certainty: 'STATED',
        explainedBy: differencesOf(earlier, later),
        explanation: inFourLanguages({
          ru: (say) =>
            `${say.indicator(earlier.indicator)}: ${say.number(earlier)}. ${say.indicator(later.indicator)}: ${say.number(later)}. ` +
            'На позднем этапе не может быть больше, чем на раннем.',
          kk: (say) =>
            `${say.indicator(earlier.indicator)}: ${say.number(earlier)}. ${say.indicator(later.indicator)}: ${say.number(later)}. ` +
            'Кейінгі сатыда алдыңғы сатыдағыдан көп бола алмайды.',
          uz: (say) =>
            `${say.indicator(earlier.indicator)}: ${say.number(earlier)}. ${say.indicator(later.indicator)}: ${say.number(later)}. ` +
            'Keyingi bosqichda oldingi bosqichdagidan koʻp boʻla olmaydi.',
          en: (say) =>
            `${say.indicator(earlier.indicator)}: ${say.number(earlier)}. ${say.indicator(later.indicator)}: ${say.number(later)}. ` +
            'A later stage cannot hold more than an earlier one.',
        }),
      })),
};
