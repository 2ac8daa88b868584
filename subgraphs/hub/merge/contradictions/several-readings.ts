import type { ReadingFacts } from '../statement-facts.ts';
import type { Finding, Side } from './contradiction.ts';
import type { ContradictionRule } from './contradiction-rule.ts';
import { inFourLanguages } from './speech.ts';

/** The words of one row can be understood in several ways. */
export const severalReadings: ContradictionRule = {
  rule: 'SEVERAL_READINGS',
  kind: 'AMBIGUOUS',
  find: ({ statements, jointPrograms }) => [
    ...statements.flatMap(({ id, readings }) => judge({ kind: 'STATEMENT', id }, readings)),
    ...jointPrograms.flatMap(({ id, readings }) => judge({ kind: 'JOINT_PROGRAM', id }, readings)),
  ],
};

function judge(side: Side, readings: readonly ReadingFacts[]): Finding[] {
  if (readings.length < 2) return [];
  const told = readings.map(({ aspect, value }) => `${aspect} = ${value}`).join('; ');
  return [
    {
      a: [side],
      b: [],
      certainty: 'STATED',
      explainedBy: [],
      explanation: inFourLanguages({
        ru: () => `Слова источника можно понять по-разному: ${told}.`,
        kk: () => `Дереккөздің сөздерін әртүрлі түсінуге болады: ${told}.`,
        uz: () => `Manbaning soʻzlarini turlicha tushunish mumkin: ${told}.`,
        en: () => `The words of the source can be understood in several ways: ${told}.`,
      }),
    },
  ];
}
