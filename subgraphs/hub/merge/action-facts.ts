import { PERIOD_FACTS_FIELDS, type PeriodFacts, readPeriodFacts } from './period-facts.ts';
import { readRegionKey, regionRefFields } from './region-key.ts';
import { flagAt, idAt, type Row, rowAt, textAt } from './row-values.ts';

/** What the contradiction rules need of an action. */
export interface ActionFacts {
  readonly id: string;
  readonly country: string | null;
  /** Name in the original; a description where it has no proper name. */
  readonly name: string | null;
  readonly hasProperName: boolean | null;
  readonly kind: string | null;
  readonly level: string | null;
  readonly regionKey: string | null;
  readonly period: PeriodFacts | null;
  /** Id of the program it belongs to. */
  readonly programId: string | null;
}

/** The selection on Action that `readActionFacts` reads. */
export const ACTION_FACTS_FIELDS = [
  'birge_id: id birge_country: country birge_name: name birge_proper_name: properName birge_kind: kind birge_level: level',
  `${regionRefFields('birge_region', 'region')} ${PERIOD_FACTS_FIELDS} birge_program: program { id }`,
].join(' ');

/** Errors  an Error when the row has no id: the query selected something else */
export function readActionFacts(row: Row): ActionFacts {
  const program = rowAt(row, 'birge_program');
  return {
    id: idAt(row, 'birge_id'),
    country: textAt(row, 'birge_country'),
    name: textAt(row, 'birge_name'),
    hasProperName: flagAt(row, 'birge_proper_name'),
    kind: textAt(row, 'birge_kind'),
    level: textAt(row, 'birge_level'),
    regionKey: readRegionKey(row, 'birge_region'),
    period: readPeriodFacts(row),
    programId: program === null ? null : textAt(program, 'id'),
  };
}
