import type { StatementFacts } from '../statement-facts.ts';
import { pairsWithin } from './contradiction-rule.ts';

/** Stages of one way, from the first to the last: what a later stage counts has passed through an earlier one. */
const FUNNELS: readonly (readonly string[])[] = [
  ['AID_PLEDGED', 'AID_COLLECTED', 'AID_SENT', 'AID_RECEIVED'],
  ['SEARCH_REQUESTS', 'SEARCH_FOUND'],
];

/**
 * The pairs of statements that tell of two stages of one funnel of one subject.
 * Shape   statements -> [earlier stage, later stage]
 */
export function stagesOfOneFunnel(statements: readonly StatementFacts[]): (readonly [StatementFacts, StatementFacts])[] {
  return pairsWithin(statements, keyOf, (a, b) => stageOf(a) !== stageOf(b)).map(([a, b]) => (stageOf(a) < stageOf(b) ? [a, b] : [b, a]));
}

function keyOf({ subject, indicator }: StatementFacts): string | null {
  const funnel = FUNNELS.findIndex((stages) => stages.includes(indicator ?? ''));
  return subject === null || funnel < 0 ? null : JSON.stringify([subject.kind, subject.id, funnel]);
}

function stageOf({ indicator }: StatementFacts): number {
  return Math.max(...FUNNELS.map((stages) => stages.indexOf(indicator ?? '')));
}
