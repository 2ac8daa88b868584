import { contradictedStatements } from '../../../subgraphs/hub/merge/contradicted-statements.ts';
import { findContradictions } from '../../../subgraphs/hub/merge/contradictions/find-contradictions.ts';
import type { StatementFacts } from '../../../subgraphs/hub/merge/statement-facts.ts';
import { total, type TotalFacts, type TotalQuestion } from '../../../subgraphs/hub/merge/total.ts';
import { knownFacts } from './known-facts.ts';

const { regions } = knownFacts;
const contradicted = contradictedStatements(findContradictions(knownFacts));

/** The total of registered volunteers at any time with everybody answering, but for what is asked. */
export const ask = (told: readonly StatementFacts[], question: Partial<TotalQuestion>): TotalFacts =>
  total(told, { indicator: 'VOL_TOTAL', definition: 'REGISTERED_ON_PLATFORM', unanswered: [], contradicted, regions, ...question });

/** What was left out, as id, reason, id of what it yields to. */
export const excludedFrom = ({ excluded }: TotalFacts) => excluded.map(({ statement, reason, against }) => [statement.id, reason, against]);

export const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
