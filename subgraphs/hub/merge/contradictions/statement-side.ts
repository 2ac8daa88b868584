import type { Side } from './contradiction.ts';

/** Statements as a side of a contradiction. */
export function statementSide(...statements: readonly { readonly id: string }[]): Side[] {
  return statements.map(({ id }) => ({ kind: 'STATEMENT', id }));
}
