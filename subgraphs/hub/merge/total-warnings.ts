import { isInferred } from './period-facts.ts';
import type { StatementFacts } from './statement-facts.ts';

export type TotalWarningCode = 'CONTRADICTED' | 'PERIOD_INFERRED' | 'SEVERAL_READINGS';

/** What to bear in mind with a total. */
export interface TotalWarning {
  readonly code: TotalWarningCode;
  /** Ids of the used statements that it holds for. */
  readonly statements: readonly string[];
}

/**
 * Warnings of the parts of a total, each code once, in alphabetical order.
 * Shape   used statements, ids that are a side of an open contradiction -> warnings
 */
export function totalWarnings(used: readonly StatementFacts[], contradicted: ReadonlySet<string>): TotalWarning[] {
  const warning = (code: TotalWarningCode, holds: (statement: StatementFacts) => boolean): TotalWarning => ({
    code,
    statements: used.filter(holds).map(({ id }) => id),
  });
  return [
    warning('CONTRADICTED', ({ id }) => contradicted.has(id)),
    warning('PERIOD_INFERRED', ({ period }) => isInferred(period)),
    warning('SEVERAL_READINGS', ({ readings }) => readings.length > 1),
  ].filter(({ statements }) => statements.length > 0);
}
