import { hasNumber } from '../figure.ts';
import type { StatementFacts } from '../statement-facts.ts';
import { isSameSource } from '../source-facts.ts';
import { type ContradictionRule, pairsWithin } from './contradiction-rule.ts';
import { differencesOf } from './differences.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

/** One source gives one number for two notions. */
export const sameFigureOtherDefinition: ContradictionRule = {
  rule: 'SAME_FIGURE_OTHER_DEFINITION',
  kind: 'SCOPE',
  find: ({ statements }) =>
    pairsWithin(statements.filter(hasNumber), keyOf, (a, b) => isSameSource(a.source, b.source) && a.definition !== b.definition).map(
      ([a, b]) => ({
        a: statementSide(a),
        b: statementSide(b),
        certainty: 'STATED',
        explainedBy: differencesOf(a, b),
        explanation: inFourLanguages({
          ru: (say) =>
            `${say.indicator(a.indicator)}: один источник называет одно и то же число (${say.number(a)}) по двум определениям: ` +
            `${say.definition(a.definition)} и ${say.definition(b.definition)}.`,
          kk: (say) =>
            `${say.indicator(a.indicator)}: бір дереккөз бір ғана санды (${say.number(a)}) екі анықтама бойынша атайды: ` +
            `${say.definition(a.definition)} және ${say.definition(b.definition)}.`,
          uz: (say) =>
            `${say.indicator(a.indicator)}: bitta manba bitta sonni (${say.number(a)}) ikki taʼrif boʻyicha aytadi: ` +
            `${say.definition(a.definition)} va ${say.definition(b.definition)}.`,
          en: (say) =>
            `${say.indicator(a.indicator)}: one source gives the same number (${say.number(a)}) under two definitions: ` +
            `${say.definition(a.definition)} and ${say.definition(b.definition)}.`,
        }),
      }),
    ),
};

function keyOf({ subject, indicator, value, qualifier }: StatementFacts): string | null {
  return subject === null || indicator === null ? null : JSON.stringify([subject.kind, subject.id, indicator, value, qualifier]);
}
