import type { Day } from './day.ts';
import type { Weighted } from './weighted.ts';

/** What the made-up rows of a network are drawn from: places and bodies are the network's own published ones, persons are nobody. */
export interface SynthWorld {
  readonly seed: number;
  readonly persons: number;
  /** First and last day of what happens. */
  readonly from: Day;
  readonly to: Day;
  /** Ids of current regions, by population. */
  readonly regions: Weighted<string>;
  readonly organizations: readonly string[];
  readonly programs: readonly string[];
  /** ISO 4217 code of money. */
  readonly currency: string;
}

/** Which stream of numbers a kind draws from: its place in this list, so new ones are added at the end. */
export const purposes = [
  'person',
  'consent',
  'membership',
  'participation',
  'training',
  'help-request',
  'search-case',
  'donation',
] as const;

export type Purpose = (typeof purposes)[number];

/** A row before it is written: values by field; days as numbers, minutes as minutes, codes and ids as the database has them. */
export type SynthRow = Readonly<Record<string, string | number | null>>;

/** How one kind of record is made up, unit by unit; it keeps nothing between units. */
export interface RecordMaker {
  /** As `--as` names it. */
  readonly kind: string;
  unitsOf(this: void, world: SynthWorld): number;
  /** The rows of one unit. */
  make(this: void, world: SynthWorld, unit: number): Iterable<SynthRow>;
}
