import type { ActionFacts } from '../action-facts.ts';
import { periodRelation } from '../period-relation.ts';
import { certaintyOfDays } from './certainty-of.ts';
import { type ContradictionRule, pairsWithin } from './contradiction-rule.ts';
import { differencesOfActions } from './differences.ts';
import { inFourLanguages } from './speech.ts';

/** An action without a name may be the named one of the same kind in the same place. */
export const actionTwice: ContradictionRule = {
  rule: 'ACTION_TWICE',
  kind: 'DUPLICATE',
  find: ({ actions }) =>
    pairsWithin(actions, keyOf, (a, b) => isOneNamed(a, b) && periodRelation(a.period, b.period) !== 'DISJOINT').map(([a, b]) => {
      const [nameA, nameB] = [a.name ?? a.id, b.name ?? b.id];
      return {
        a: [{ kind: 'ACTION', id: a.id }],
        b: [{ kind: 'ACTION', id: b.id }],
        certainty: certaintyOfDays(a.period, b.period),
        explainedBy: differencesOfActions(a, b),
        explanation: inFourLanguages({
          ru: (say) =>
            `${say.name(nameA)} (${say.time(a.period)}) и ${say.name(nameB)} (${say.time(b.period)}): возможно, это одно и то же.`,
          kk: (say) =>
            `${say.name(nameA)} (${say.time(a.period)}) және ${say.name(nameB)} (${say.time(b.period)}): бұл бір іс болуы мүмкін.`,
          uz: (say) =>
            `${say.name(nameA)} (${say.time(a.period)}) va ${say.name(nameB)} (${say.time(b.period)}): bu bitta ish boʻlishi mumkin.`,
          en: (say) => `${say.name(nameA)} (${say.time(a.period)}) and ${say.name(nameB)} (${say.time(b.period)}) may be one and the same.`,
        }),
      };
    }),
};

/** OTHER stands for kinds that the list does not know, which may differ. */
function keyOf({ kind, regionKey }: ActionFacts): string | null {
  return kind === null || kind === 'OTHER' || regionKey === null ? null : JSON.stringify([kind, regionKey]);
}

function isOneNamed({ hasProperName: a }: ActionFacts, { hasProperName: b }: ActionFacts): boolean {
  return a !== null && b !== null && a !== b;
}
