import { type Figure, FIGURE_FIELDS, readFigure } from './figure.ts';
import { PERIOD_FACTS_FIELDS, type PeriodFacts, readPeriodFacts } from './period-facts.ts';
import { isIsoRegion, readRegionKey, regionRefFields } from './region-key.ts';
import { idAt, type Row, rowAt, rowsAt, textAt, textsAt } from './row-values.ts';
import { readSourceFacts, SOURCE_FACTS_FIELDS, type SourceFacts } from './source-facts.ts';

/** What a statement is about. */
export interface SubjectFacts {
  readonly kind: string;
  /** Id of the row; of a COUNTRY or REGION its code. */
  readonly id: string;
}

/** One of several ways to understand the words. */
export interface ReadingFacts {
  readonly aspect: string;
  readonly value: string;
}

/** What the rules over statements need of one, without its texts. Source: schema/GLOSSARY.md, "statement". */
export interface StatementFacts extends Figure {
  readonly id: string;
  /** Null: the hub's own statement. */
  readonly country: string | null;
  readonly subject: SubjectFacts | null;
  readonly indicator: string | null;
  /** UNSPECIFIED also where the definition was not answered. */
  readonly definition: string;
  readonly basis: string | null;
  /** Unit of value and bounds, by UN/CEFACT Recommendation 20. */
  readonly unit: string | null;
  readonly period: PeriodFacts | null;
  /** ISO 3166-2 code. Null: the whole country, or a region that ISO does not list; then regionKey tells. */
  readonly regionIso: string | null;
  /** ISO code, else the owner's code or name. Null: the whole country, or the subject says it. */
  readonly regionKey: string | null;
  readonly levels: readonly string[];
  /** A part of the counted ones. Null: all of them. */
  readonly population: string | null;
  readonly method: string | null;
  readonly missingReason: string | null;
  readonly source: SourceFacts | null;
  readonly readings: readonly ReadingFacts[];
  /** Ids of statements whose count includes this one. */
  readonly partOf: readonly string[];
  /** Ids of statements that may count the same ones. */
  readonly overlaps: readonly string[];
  readonly knownFrom: string | null;
  /** Null: it is current. */
  readonly supersededBy: string | null;
}

/** The selection on Statement that `readStatementFacts` reads; its aliases leave a client's own selection alone. */
export const STATEMENT_FACTS_FIELDS = [
  'birge_id: id birge_country: country birge_subject: subject { kind id } birge_indicator: indicator birge_definition: definition',
  `birge_basis: basis ${FIGURE_FIELDS} birge_unit: unit ${PERIOD_FACTS_FIELDS} ${regionRefFields('birge_region', 'region')}`,
  `birge_levels: levels birge_population: population birge_method: method birge_missing: missingReason ${SOURCE_FACTS_FIELDS}`,
  'birge_readings: readings { aspect value } birge_part_of: partOf birge_overlaps: overlaps birge_known_from: knownFrom',
  'birge_superseded_by: supersededBy',
].join(' ');

/**
 * Reads a row that was asked with STATEMENT_FACTS_FIELDS.
 * Errors  an Error when the row has no id: the query selected something else
 */
export function readStatementFacts(row: Row): StatementFacts {
  const regionKey = readRegionKey(row, 'birge_region');
  return {
    id: idAt(row, 'birge_id'),
    country: textAt(row, 'birge_country'),
    subject: readSubject(rowAt(row, 'birge_subject')),
    indicator: textAt(row, 'birge_indicator'),
    definition: textAt(row, 'birge_definition') ?? 'UNSPECIFIED',
    basis: textAt(row, 'birge_basis'),
    ...readFigure(row),
    unit: textAt(row, 'birge_unit'),
    period: readPeriodFacts(row),
    regionIso: regionKey !== null && isIsoRegion(regionKey) ? regionKey : null,
    regionKey,
    levels: textsAt(row, 'birge_levels'),
    population: textAt(row, 'birge_population'),
    method: textAt(row, 'birge_method'),
    missingReason: textAt(row, 'birge_missing'),
    source: readSourceFacts(row),
    readings: readReadings(row, 'birge_readings'),
    partOf: textsAt(row, 'birge_part_of'),
    overlaps: textsAt(row, 'birge_overlaps'),
    knownFrom: textAt(row, 'birge_known_from'),
    supersededBy: textAt(row, 'birge_superseded_by'),
  };
}

function readSubject(row: Row | null): SubjectFacts | null {
  const id = row === null ? null : textAt(row, 'id');
  return row === null || id === null ? null : { kind: textAt(row, 'kind') ?? 'OTHER', id };
}

function readReadings(row: Row, key: string): ReadingFacts[] {
  return rowsAt(row, key).map((reading) => ({ aspect: textAt(reading, 'aspect') ?? '', value: textAt(reading, 'value') ?? '' }));
}
