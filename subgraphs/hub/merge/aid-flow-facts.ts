import { type Figure, FIGURE_FIELDS, readFigure } from './figure.ts';
import { PERIOD_FACTS_FIELDS, type PeriodFacts, readPeriodFacts } from './period-facts.ts';
import { readRegionKey, regionRefFields } from './region-key.ts';
import { idAt, type Row, rowAt, textAt, textsAt } from './row-values.ts';
import { readSourceFacts, SOURCE_FACTS_FIELDS, type SourceFacts } from './source-facts.ts';

/** What the rules need of goods at one stage of their way. */
export interface AidFlowFacts extends Figure {
  readonly id: string;
  readonly country: string | null;
  /** OTHER also where the stage was not answered. */
  readonly stage: string;
  /** Region the goods come from. Null: not stated. */
  readonly originKey: string | null;
  readonly destinations: readonly string[];
  /** Disasters the goods are for, by GLIDE number. */
  readonly glide: readonly string[];
  readonly unit: string | null;
  readonly period: PeriodFacts | null;
  /** Id of the statement that says it. */
  readonly statementId: string | null;
  /** Ids of flows that may be the same goods. */
  readonly overlaps: readonly string[];
  readonly source: SourceFacts | null;
  readonly knownFrom: string | null;
}

/** The selection on AidFlow that `readAidFlowFacts` reads. */
export const AID_FLOW_FACTS_FIELDS = [
  `birge_id: id birge_country: country birge_stage: stage ${regionRefFields('birge_origin', 'origin')}`,
  `birge_destinations: destinations birge_glide: glide ${FIGURE_FIELDS} birge_unit: unit ${PERIOD_FACTS_FIELDS}`,
  `birge_statement: statement { id knownFrom } birge_overlaps: overlaps ${SOURCE_FACTS_FIELDS}`,
].join(' ');

/** Errors  an Error when the row has no id: the query selected something else */
export function readAidFlowFacts(row: Row): AidFlowFacts {
  const statement = rowAt(row, 'birge_statement');
  const source = readSourceFacts(row);
  return {
    id: idAt(row, 'birge_id'),
    country: textAt(row, 'birge_country'),
    stage: textAt(row, 'birge_stage') ?? 'OTHER',
    originKey: readRegionKey(row, 'birge_origin'),
    destinations: textsAt(row, 'birge_destinations'),
    glide: textsAt(row, 'birge_glide'),
    ...readFigure(row),
    unit: textAt(row, 'birge_unit'),
    period: readPeriodFacts(row),
    statementId: statement === null ? null : textAt(statement, 'id'),
    overlaps: textsAt(row, 'birge_overlaps'),
    source,
    knownFrom: (statement === null ? null : textAt(statement, 'knownFrom')) ?? source?.knownFrom ?? null,
  };
}
