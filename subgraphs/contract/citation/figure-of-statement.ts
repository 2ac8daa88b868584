import { countryNames } from '../code-lists/country-names.ts';
import type { Statement } from '../values/statement.ts';
import type { TextVersions } from '../values/localized-text.ts';
import type { CitedFigure, CitedSource } from './cited-figure.ts';

/** What a statement says of itself, as far as a citation needs it. */
export type StatementWords = Pick<
  Statement,
  | 'id'
  | 'indicator'
  | 'definition'
  | 'population'
  | 'value'
  | 'lower'
  | 'upper'
  | 'qualifier'
  | 'rawQualifier'
  | 'unit'
  | 'period'
  | 'missingReason'
  | 'rawText'
>;

/** What a statement refers to, already found. */
export interface StatementReferences {
  readonly subject: { readonly kind: string; readonly id: string; readonly names: TextVersions | null };
  /** The region that the statement is told of, where the subject itself is none. */
  readonly region: TextVersions | null;
  /** The country whose network published it; null for a row of the hub's own. */
  readonly country: TextVersions | null;
  readonly source: StatementSource | null;
  /** Day of reading, YYYY-MM-DD. */
  readonly asOf: () => string;
}

/** A source as rows have it. */
export interface StatementSource {
  readonly key?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly label?: TextVersions | null | undefined;
  readonly published?: string | null | undefined;
  readonly publishedInferred?: string | null | undefined;
}

/**
 * A statement as a figure to cite.
 * Shape   statement, what it refers to -> figure; a subject that nobody here can name is shown by its id
 */
export function figureOfStatement(statement: StatementWords, { subject, region, country, source, asOf }: StatementReferences): CitedFigure {
  const { id, indicator, definition, population, period, value, lower, upper, qualifier, rawQualifier, unit, missingReason, rawText } =
    statement;
  const isCountry = subject.kind === 'COUNTRY';
  const named = subject.names ?? (isCountry ? countryNames(subject.id) : { original: subject.id });
  return {
    indicator: indicator ?? '',
    definition: definition ?? null,
    population: population ?? null,
    // Found people of one city would else read like those of the whole country.
    place: (isCountry ? [region, named] : [named, subject.kind === 'REGION' ? null : region, country]).filter((part) => part !== null),
    period: {
      edtf: period?.edtf ?? null,
      duration: period?.duration ?? null,
      isRecurring: period?.kind === 'RECURRING',
      isInferred: period?.basis === 'INFERRED',
    },
    number: {
      value: value ?? null,
      lower: lower ?? null,
      upper: upper ?? null,
      qualifier: qualifier ?? null,
      rawQualifier: rawQualifier ?? null,
      unit: unit ?? null,
      missingReason: missingReason ?? null,
      rawText: rawText ?? null,
    },
    origin: { kind: 'RECORD', id, source: source && citedSource(source), asOf },
  };
}

/** The title as printed, else what the source is in our words, else its key. */
function citedSource({ key, title, label, published, publishedInferred }: StatementSource): CitedSource {
  return {
    name: title == null ? (label ?? { original: key ?? '' }) : { original: title },
    isTitle: title != null,
    published: published ?? publishedInferred ?? null,
    isInferred: published == null && publishedInferred != null,
  };
}
