import { hasNumber } from '../figure.ts';
import type { StatementFacts } from '../statement-facts.ts';
import type { Finding } from './contradiction.ts';
import { type ContradictionRule, pairsWithin } from './contradiction-rule.ts';
import { differencesOf } from './differences.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

const ON_FILE: ReadonlySet<string> = new Set(['IN_ORG_DATABASE', 'REGISTERED_ON_PLATFORM']);
/** One fiftieth, 0.02, as a whole number: no ratio is rounded. */
const FIFTY = 50;

type Told = StatementFacts & { readonly value: number };

/** Of those on file hardly any were engaged: the two are no numerator and denominator. */
export const smallShare: ContradictionRule = {
  rule: 'SMALL_SHARE',
  kind: 'SCOPE',
  find: ({ statements }) =>
    pairsWithin(statements.filter(hasNumber), keyOf, (a, b) => isSmallShare(a, b) || isSmallShare(b, a)).map(([a, b]) =>
      isEngaged(a) ? toFinding(a, b) : toFinding(b, a),
    ),
};

function keyOf(statement: StatementFacts): string | null {
  const { subject } = statement;
  return subject !== null && (isEngaged(statement) || isOnFile(statement)) ? JSON.stringify([subject.kind, subject.id]) : null;
}

function isSmallShare(engaged: Told, onFile: Told): boolean {
  return isEngaged(engaged) && isOnFile(onFile) && engaged.value * FIFTY < onFile.value;
}

function isEngaged({ indicator }: StatementFacts): boolean {
  return indicator === 'VOL_ENGAGED';
}

function isOnFile({ indicator, definition }: StatementFacts): boolean {
  return indicator === 'VOL_TOTAL' && ON_FILE.has(definition);
}

function toFinding(engaged: StatementFacts, onFile: StatementFacts): Finding {
  return {
    a: statementSide(engaged),
    b: statementSide(onFile),
    certainty: 'STATED',
    explainedBy: differencesOf(engaged, onFile),
    explanation: inFourLanguages({
      ru: (say) =>
        `${say.indicator(engaged.indicator)}: ${say.number(engaged)}. ${say.indicator(onFile.indicator)}: ${say.number(onFile)}, ` +
        `${say.definition(onFile.definition)}. Это не числитель и знаменатель одной доли.`,
      kk: (say) =>
        `${say.indicator(engaged.indicator)}: ${say.number(engaged)}. ${say.indicator(onFile.indicator)}: ${say.number(onFile)}, ` +
        `${say.definition(onFile.definition)}. Бұлар бір үлестің алымы мен бөлімі емес.`,
      uz: (say) =>
        `${say.indicator(engaged.indicator)}: ${say.number(engaged)}. ${say.indicator(onFile.indicator)}: ${say.number(onFile)}, ` +
        `${say.definition(onFile.definition)}. Bular bitta ulushning surati va maxraji emas.`,
      en: (say) =>
        `${say.indicator(engaged.indicator)}: ${say.number(engaged)}. ${say.indicator(onFile.indicator)}: ${say.number(onFile)}, ` +
        `${say.definition(onFile.definition)}. These are no numerator and denominator of one rate.`,
    }),
  };
}
