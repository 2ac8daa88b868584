import type { RawBuilder } from 'kysely';
import type { FaultSeverity } from './row-fault.ts';

/** A row after its mapping: values by field of its kind, null where the cell is empty. Days are `YYYY-MM-DD`, codes the contract's, time is minutes. */
export interface MappedRow {
  /** Row of the file as a spreadsheet counts: its first line is row 1. */
  readonly row: number;
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** What a rule found in a row: the field at fault (null: no one field) and what to do. The caller adds the file's column and the cell. */
export interface FieldFault {
  readonly field: string | null;
  readonly hint: string;
}

/** Days between which something holds; null: not known, or without end. `isCertain`: the source marks neither as uncertain or approximate. */
export interface KnownDays {
  readonly from: string | null;
  readonly to: string | null;
  readonly isCertain: boolean;
}

/** What the network publishes, as far as rules look things up in it: ids, and the days of regions and actions. */
export interface KnownPublications {
  readonly organizations: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly programs: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly regions: ReadonlyMap<string, KnownDays>;
  readonly actions: ReadonlyMap<string, KnownDays>;
}

/** What a rule may know beside the row. */
export interface RuleContext {
  /** Kind of the rows, as `--as` names it. */
  readonly kind: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Day of the check, YYYY-MM-DD. */
  readonly today: string;
  /** Day on which the network was founded. Null: not known. */
  readonly foundedOn: string | null;
  /** From `readKnownPublications`, once for a check. */
  readonly known: KnownPublications;
}

/**
 * The rows of one kind as tables to ask in SQL, whether they wait in a staging table or are stored: so that no rule keeps a row in memory.
 * Each is a subquery with these columns; fields bear the names of their columns (`action_id`).
 */
export interface CheckedTables {
  readonly dialect: 'sqlite' | 'postgresql';
  /**
   * The rows: `line` by which the caller knows a row; `is_checked` 1 for rows that are asked about, 0 for stored ones that an import
   * leaves as they are, to compare with; `owner` the person, requester or donor it is of; and all fields.
   */
  readonly rows: RawBuilder<unknown>;
  /** Those of the rows whose owner has more than one on their `date`, in the form of `rows`; absent: they are looked for when a rule needs them. */
  readonly sharedDays?: RawBuilder<unknown>;
  /** `id`, `owner`, `birth_date`, `joined_on`, `blocked`, `erased_at` of every person. */
  readonly persons: RawBuilder<unknown>;
  /** `owner`, `birth_date` of those donors whose key is a person's as well. */
  readonly donors: RawBuilder<unknown>;
}

/** Sends a query; counts come as numbers. */
export type AskTables = <Row>(query: RawBuilder<Row>) => Promise<readonly Row[]>;

/** A fault that many rows make together: the column, what was expected of it and what is there instead; `period` is a month, YYYY-MM. */
export interface SummaryFault extends FieldFault {
  readonly field: string;
  /** Rows that make it. */
  readonly count: number;
  readonly expected: number;
  readonly actual: number;
  readonly period: string | null;
}

/**
 * What a rule asks the tables: which column is at fault, what to do, and either of two. `where` is a condition on a row, `r`, beside its person,
 * `person`, whose columns are null where there is none: all such rules of a kind are asked in one pass. `query` gives the `line` of each row at fault.
 */
export interface TableQuestion extends FieldFault {
  readonly field: string;
  readonly where?: RawBuilder<unknown>;
  /** The days of a known person on which `where` surely holds for no row of that day, as SQL; absent: it may on every day. */
  readonly quiet?: QuietDays;
  /** Whether `query` looks at `sharedDays` alone. */
  readonly isAboutSharedDays?: boolean;
  query?(this: void, tables: CheckedTables): RawBuilder<{ line: number | string }>;
}

/**
 * Days from `from` on and before `to`, both made of `person` alone, whose `first_end` is the first day on which a consent of theirs was withdrawn or ran
 * out. Null and absent: without a bound. Too few days are no fault: SQL has the last word on the others.
 */
export interface QuietDays {
  readonly from?: RawBuilder<string | null>;
  readonly to?: RawBuilder<string | null>;
}

/** A condition on a field, as SQL on its column and as a function of its value; both say the same. */
export interface ValueCondition {
  sql(this: void, column: string): string;
  holds(this: void, value: string | number | null): boolean;
}

/** A share of the rows that is told when it is above `most`; in WARNING rules alone. */
export interface ShareQuestion {
  /** Fields of a kind whose shares are measured. */
  fields(this: void, kind: string): readonly string[];
  /** The rows that make the whole; absent: all. */
  readonly counted?: ValueCondition;
  /** The rows that make the share. */
  readonly met: ValueCondition;
  readonly most: number;
  /** What the share should be; absent: `most`. */
  readonly expected?: number;
  readonly hint: string;
}

/** Rows of a kind by month, YYYY-MM: `whole` with those that are there already, `checked` without. */
export type RowsByMonth = ReadonlyMap<string, { readonly whole: number; readonly checked: number }>;

/** What a rule asks of the data, in the words of the harmonized framework of Kahn and others (2016). */
export type RuleFamily = 'CONFORMANCE' | 'COMPLETENESS' | 'PLAUSIBILITY';

/** One rule of quality: exactly one of `check`, `find`, `summarize`, `share`, `compareMonths` and `compare`. It keeps nothing between rows. */
export interface QualityRule {
  /** Stable code, as in docs/quality.md. */
  readonly code: string;
  /** Kinds whose rows it reads, as `--as` names them. */
  readonly kinds: readonly string[];
  readonly severity: FaultSeverity;
  readonly family: RuleFamily;
  /** What it finds, as a phrase; docs/quality.md is made of it. */
  readonly finds: string;
  /** Reads one row; it is called for each of millions. Nothing found: undefined or an empty list. */
  check?(this: void, row: MappedRow, context: RuleContext): readonly FieldFault[] | undefined;
  /** Asks for rows that are at fault only beside others, once all rows of the file are known. */
  readonly find?: TableQuestion;
  /** Reads what rows make together; always a WARNING, since no one row is at fault. */
  summarize?(this: void, ask: AskTables, tables: CheckedTables, context: RuleContext): Promise<readonly SummaryFault[]>;
  /** Measures a share of the rows. */
  readonly share?: ShareQuestion;
  /** Reads how many rows there are in each month. */
  compareMonths?(this: void, months: RowsByMonth, context: RuleContext): readonly SummaryFault[];
  /** Compares publications, of which a network has thousands, not millions: its rows and those that stay beside them. */
  compare?(this: void, rows: readonly MappedRow[], context: RuleContext): readonly (FieldFault & { readonly row: number })[];
}
