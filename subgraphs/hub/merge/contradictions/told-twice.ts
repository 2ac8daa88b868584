import type { AidFlowFacts } from '../aid-flow-facts.ts';
import { isSameSource } from '../source-facts.ts';
import type { StatementFacts } from '../statement-facts.ts';
import { hasNumber } from '../figure.ts';
import type { Finding } from './contradiction.ts';
import { type ContradictionRule, pairsWithin } from './contradiction-rule.ts';
import { differencesOf } from './differences.ts';
import type { Knowledge } from './knowledge.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

/** A flow of aid with the statement that says it. */
interface ToldFlow {
  readonly flow: AidFlowFacts;
  readonly statement: StatementFacts;
}

/** One source tells one quantity of goods at two stages. */
export const toldTwice: ContradictionRule = {
  rule: 'TOLD_TWICE',
  kind: 'DUPLICATE',
  find: (knowledge) => pairsWithin(toldFlows(knowledge), keyOf, isToldTwice).map(([a, b]) => toFinding(a.statement, b.statement)),
};

function isToldTwice({ flow: a }: ToldFlow, { flow: b }: ToldFlow): boolean {
  return a.stage !== b.stage && isSameSource(a.source, b.source) && shareDestination(a, b);
}

function toldFlows({ aidFlows, statements }: Knowledge): ToldFlow[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return aidFlows.flatMap((flow) => {
    const statement = byId.get(flow.statementId ?? '');
    return statement === undefined || !hasNumber(flow) ? [] : [{ flow, statement }];
  });
}

function keyOf({ flow: { originKey, unit, value } }: ToldFlow): string | null {
  return originKey === null ? null : JSON.stringify([originKey, unit, value]);
}

function shareDestination({ destinations: a }: AidFlowFacts, { destinations: b }: AidFlowFacts): boolean {
  return a.some((country) => b.includes(country));
}

function toFinding(a: StatementFacts, b: StatementFacts): Finding {
  return {
    a: statementSide(a),
    b: statementSide(b),
    certainty: 'STATED',
    explainedBy: differencesOf(a, b),
    explanation: inFourLanguages({
      ru: (say) =>
        `${say.indicator(a.indicator)} — ${say.number(a)}, ${lower(say.indicator(b.indicator))} — ${say.number(b)}: ` +
        'один источник дважды называет одно количество. Вероятно, это один и тот же груз.',
      kk: (say) =>
        `${say.indicator(a.indicator)} — ${say.number(a)}, ${lower(say.indicator(b.indicator))} — ${say.number(b)}: ` +
        'бір дереккөз бір мөлшерді екі рет атайды. Сірә, бұл бір жүк.',
      uz: (say) =>
        `${say.indicator(a.indicator)} — ${say.number(a)}, ${lower(say.indicator(b.indicator))} — ${say.number(b)}: ` +
        'bitta manba bitta miqdorni ikki marta aytadi. Ehtimol, bu bitta yuk.',
      en: (say) =>
        `${say.indicator(a.indicator)}: ${say.number(a)}; ${lower(say.indicator(b.indicator))}: ${say.number(b)}. ` +
        'One source tells one quantity twice; it is probably one consignment.',
    }),
  };
}

function lower(heading: string): string {
  return heading.charAt(0).toLowerCase() + heading.slice(1);
}
