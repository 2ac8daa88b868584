import { findContradictions } from '../../../subgraphs/hub/merge/contradictions/find-contradictions.ts';
import type { Contradiction } from '../../../subgraphs/hub/merge/contradictions/contradiction.ts';
import type { Knowledge } from '../../../subgraphs/hub/merge/contradictions/knowledge.ts';
import type { StatementFacts } from '../../../subgraphs/hub/merge/statement-facts.ts';
import { knownFacts } from './known-facts.ts';
import { madeUpStatement } from './made-up-facts.ts';

const nothing: Knowledge = { ...knownFacts, statements: [], actions: [], organizations: [], programs: [], jointPrograms: [], aidFlows: [] };

/** What the rules find in little made-up knowledge; the regions are the countries' own. */
export const findIn = (known: Partial<Knowledge>): Contradiction[] => findContradictions({ ...nothing, ...known });

export const rulesOf = (found: readonly Contradiction[]): string[] => found.map(({ rule }) => rule);

/** What the rules say of two made-up statements, `a` and `b`, that share what is given first. */
export function betweenTwo(shared: Partial<StatementFacts>) {
  return (a: Partial<StatementFacts>, b: Partial<StatementFacts>): Contradiction[] =>
    findIn({ statements: [madeUpStatement({ ...shared, id: 'a', ...a }), madeUpStatement({ ...shared, id: 'b', ...b })] });
}
