import { PERIOD_FACTS_FIELDS, type PeriodFacts, readPeriodFacts } from './period-facts.ts';
import { idAt, type Row, textAt, textsAt } from './row-values.ts';

/** What the contradiction rules need of a program. */
export interface ProgramFacts {
  readonly id: string;
  readonly country: string | null;
  /** Name in the original. */
  readonly name: string | null;
  readonly aliases: readonly string[];
  readonly kind: string | null;
  /** How often it meets, as an ISO 8601 duration. */
  readonly rhythm: string | null;
  readonly period: PeriodFacts | null;
}

/** The selection on Program that `readProgramFacts` reads. */
export const PROGRAM_FACTS_FIELDS = [
  'birge_id: id birge_country: country birge_name: name birge_aliases: aliases birge_kind: kind birge_rhythm: rhythm',
  PERIOD_FACTS_FIELDS,
].join(' ');

/** Errors  an Error when the row has no id: the query selected something else */
export function readProgramFacts(row: Row): ProgramFacts {
  return {
    id: idAt(row, 'birge_id'),
    country: textAt(row, 'birge_country'),
    name: textAt(row, 'birge_name'),
    aliases: textsAt(row, 'birge_aliases'),
    kind: textAt(row, 'birge_kind'),
    rhythm: textAt(row, 'birge_rhythm'),
    period: readPeriodFacts(row),
  };
}
