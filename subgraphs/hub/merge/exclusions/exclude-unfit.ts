import { hasNumber } from '../figure.ts';
import type { KnownDays } from '../period-relation.ts';
import type { StatementFacts } from '../statement-facts.ts';
import { type ExclusionReason, putAside, type StepResult } from './exclusion.ts';
import { reasonAgainstPeriod } from './reason-against-period.ts';

/** What a statement has to fit. */
export interface Wanted {
  readonly definition: string;
  /** Null: any time. */
  readonly days: KnownDays | null;
}

/**
 * First step: puts aside what does not answer the question, each with the first reason that applies.
 * Source  schema/GLOSSARY.md, "total", step 1
 */
export function excludeUnfit(statements: readonly StatementFacts[], wanted: Wanted): StepResult<StatementFacts> {
  return putAside(statements, (row) => {
    const reason = reasonAgainst(row, wanted);
    return reason === null ? null : { row, reason, against: null };
  });
}

function reasonAgainst(statement: StatementFacts, { definition, days }: Wanted): ExclusionReason | null {
  if (!hasNumber(statement)) return 'NO_NUMBER';
  if (statement.period?.kind === 'PLAN') return 'PLAN';
  if (statement.definition !== definition) return 'DEFINITION_DIFFERS';
  return reasonAgainstPeriod(statement.period, days);
}
