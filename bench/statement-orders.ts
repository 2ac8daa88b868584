import type { MadeUpStatement } from './made-up-network.ts';

type Compare = (a: MadeUpStatement, b: MadeUpStatement) => number;
const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId: Compare = (a, b) => ascending(a.id, b.id);

/** How a list over all countries must be ordered, said once more and apart from the product; all texts are ASCII. */
export const STATEMENT_ORDERS: Readonly<Record<string, Compare>> = {
  ID_ASC: byId,
  PERIOD_ASC: (a, b) => ascending(a.start ?? '9999-99-99', b.start ?? '9999-99-99') || byId(a, b),
  PERIOD_DESC: (a, b) => -(ascending(a.start ?? '', b.start ?? '') || byId(a, b)),
  KNOWN_FROM_DESC: (a, b) => -(ascending(a.knownFrom, b.knownFrom) || byId(a, b)),
};
