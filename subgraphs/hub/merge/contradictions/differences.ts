import type { ActionFacts } from '../action-facts.ts';
import { isSameSubject } from '../countable.ts';
import { periodRelation } from '../period-relation.ts';
import { hasSameLevels } from '../same-levels.ts';
import type { StatementFacts } from '../statement-facts.ts';
import type { Difference } from './contradiction.ts';

/** In what two statements differ. A period that is not shown to be equal differs. */
export function differencesOf(a: StatementFacts, b: StatementFacts): Difference[] {
  return [
    ...(a.definition === b.definition ? [] : ['DEFINITION' as const]),
    ...(periodRelation(a.period, b.period) === 'EQUAL' ? [] : ['PERIOD' as const]),
    ...(hasSameLevels(a, b) ? [] : ['LEVEL' as const]),
    ...(isSameSubject(a, b) ? [] : ['SUBJECT' as const]),
  ];
}

/** In what two actions differ, of those things that actions have. */
export function differencesOfActions(a: ActionFacts, b: ActionFacts): Difference[] {
  return [
    ...(periodRelation(a.period, b.period) === 'EQUAL' ? [] : ['PERIOD' as const]),
    ...(a.level === b.level ? [] : ['LEVEL' as const]),
  ];
}
