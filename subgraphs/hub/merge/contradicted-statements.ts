import type { Contradiction, ContradictionKind } from './contradictions/contradiction.ts';

const WEAKENING: ReadonlySet<ContradictionKind> = new Set(['VALUE', 'BREAK', 'PERIOD', 'PART_GT_WHOLE']);

/**
 * The statements whose number is in doubt: sides of an open contradiction about values, breaks, periods or parts.
 * Shape   contradictions -> ids of statements
 * Source  schema/GLOSSARY.md, "comparability", CONTRADICTED
 */
export function contradictedStatements(contradictions: readonly Contradiction[]): ReadonlySet<string> {
  return new Set(
    contradictions.filter(({ kind, status }) => status === 'OPEN' && WEAKENING.has(kind)).flatMap(({ statements }) => statements),
  );
}
