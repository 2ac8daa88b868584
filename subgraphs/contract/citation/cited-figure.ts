import type { MissingReason } from '../enums/missing-reason.ts';
import type { Qualifier } from '../enums/qualifier.ts';
import type { TextVersions } from '../values/localized-text.ts';

/** A figure as a citation needs it: a statement or a total, with its names already found. */
export interface CitedFigure {
  /** Code of the indicator. */
  readonly indicator: string;
  /** Code of the definition. Null: the sentence on it is left out. */
  readonly definition: string | null;
  /** Which part of the counted ones, as the owner's code. Null: all of them. */
  readonly population: string | null;
  /** From narrow to wide: the subject, the region that is counted, the country; or countries alone. */
  readonly place: readonly TextVersions[];
  readonly period: CitedPeriod;
  readonly number: CitedNumber;
  readonly origin: CitedRecord | CitedTotal;
}

export interface CitedPeriod {
  /** Null: the source gives no date. */
  readonly edtf: string | null;
  /** Length as an ISO 8601 duration, shown when there is no date. */
  readonly duration: string | null;
  /** Whether it is told of every such period. */
  readonly isRecurring: boolean;
  /** Whether the days were taken from outside the text. */
  readonly isInferred: boolean;
}

export interface CitedNumber {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Null: not known; the number is then never shown as if it were exact. */
  readonly qualifier: Qualifier | null;
  /** The source's own word, where the qualifier is OTHER. */
  readonly rawQualifier?: string | null;
  /** UN/CEFACT Recommendation 20. */
  readonly unit: string | null;
  /** The words of the source: quoted where there is no number. */
  readonly rawText?: string | null;
  readonly missingReason?: MissingReason | null;
  /** Why a total has no value, as a code. */
  readonly refusal?: string | null;
}

/** A figure that somebody said, kept as a record. */
export interface CitedRecord {
  readonly kind: 'RECORD';
  readonly id: string;
  /** Null: the sentence on it is left out. */
  readonly source: CitedSource | null;
  /** The day on which the record is read, YYYY-MM-DD; asked only where it is written, for a sentence that tells it is true on that day alone. */
  readonly asOf: () => string;
}

export interface CitedSource {
  readonly name: TextVersions;
  /** Whether the name is a title as printed, and not what we call the source: then it is quoted. */
  readonly isTitle: boolean;
  /** EDTF. Null: the source carries no date. */
  readonly published: string | null;
  /** Whether the date was taken from outside the source. */
  readonly isInferred: boolean;
}

/** A figure that the hub made of several records. */
export interface CitedTotal {
  readonly kind: 'TOTAL';
  readonly method: 'SUM' | 'MAX';
  /** How many statements it is made of. */
  readonly statements: number;
  /** Countries that were asked and did not answer. */
  readonly withoutAnswer: readonly TextVersions[];
}
