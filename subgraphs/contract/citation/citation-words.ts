import type { Qualifier } from '../enums/qualifier.ts';

/** Qualifiers that stand beside a number. */
export type NumberQualifier = Exclude<Qualifier, 'NO_NUMBER' | 'OTHER'>;

/** A text whose wording depends on the number `{n}` in it, by the language's plural rules; a plain text does not. */
export type Counted = string | ({ readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>);

/** How a number and its unit stand together, `{n}` being the number. */
export interface UnitForms {
  /** As it is: 5 people. */
  readonly plain: Counted;
  /** Behind or before "more than", "fewer than", "about": the case they ask for. */
  readonly from: Counted;
  /** Behind or before "up to". */
  readonly to: Counted;
  /** Templates that this unit words differently. */
  readonly qualified?: Readonly<Partial<Record<NumberQualifier, string>>>;
}

/** Units of an ISO 8601 duration. */
export type DurationUnit = 'Y' | 'M' | 'W' | 'D';

/** Everything a language says in a citation. Names in braces are filled in; a sentence's last dot is not written here. */
export interface CitationWords {
  /** BCP 47 tag, which is also the name of the version in labels. */
  readonly language: 'ru' | 'kk' | 'uz' | 'en';
  readonly thousands: string;
  readonly decimal: string;
  readonly quotes: readonly [opening: string, closing: string];
  readonly sentences: {
    /** {indicator} {place} {period} {number} */
    readonly figure: string;
    /** {definition} */
    readonly definition: string;
    /** {source} {date} */
    readonly source: string;
    /** {total}: in place of a source */
    readonly total: string;
    /** {id} {asOf} */
    readonly record: string;
    /** {countries} */
    readonly withoutAnswer: string;
  };
  /** {plain} {from} {to}: number with unit in that form; {lower}: the lower number alone, of a range. */
  readonly qualified: Readonly<Record<NumberQualifier, string>>;
  /** By unit code; RANK stands for the place in a ranking. */
  readonly units: Readonly<Record<string, UnitForms>>;
  /** A period that the source does not give. */
  readonly undated: string;
  /** A source without a date. */
  readonly sourceUndated: string;
  /** A length without dates. */
  readonly durations: Readonly<Record<DurationUnit, Counted>>;
  /** Told of each such period. */
  readonly recurring: Readonly<Record<DurationUnit, string>>;
  /** Nobody said a number, only words. */
  readonly withoutNumber: string;
  /** A number is missing and no reason is known. */
  readonly numberUnknown: string;
  /** The source qualifies the number in words that the list does not know. */
  readonly qualifierUnknown: string;
  /** What a total is made of: `{n}` statements. */
  readonly totals: { readonly SUM: Counted; readonly MAX: Counted };
}
