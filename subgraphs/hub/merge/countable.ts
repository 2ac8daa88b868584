import type { Figure } from './figure.ts';
import type { PeriodFacts } from './period-facts.ts';
import type { SubjectFacts } from './statement-facts.ts';

/** What the steps of adding up need of a row, be it a statement or a flow of aid. */
export interface Countable extends Figure {
  readonly id: string;
  readonly country: string | null;
  readonly subject: SubjectFacts | null;
  readonly regionKey: string | null;
  readonly levels: readonly string[];
  readonly population: string | null;
  readonly period: PeriodFacts | null;
  readonly overlaps: readonly string[];
  readonly knownFrom: string | null;
}

const byteOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return byteOrder(a.id, b.id);
}

/** Negative: a became known later than b; a row whose day is not known comes after all others. */
export function compareKnownFrom(a: Pick<Countable, 'knownFrom'>, b: Pick<Countable, 'knownFrom'>): number {
  return byteOrder(b.knownFrom ?? '', a.knownFrom ?? '');
}

/** Each row once, in the order of the ids. */
export function distinctById<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()].toSorted(compareIds);
}

/** Rows with one key count the same ones at different times: one subject, region, set of levels and population. */
export function seriesKey(row: Countable): string {
  const isArea = row.subject?.kind === 'COUNTRY' || row.subject?.kind === 'REGION';
  // Without a subject nobody knows what is counted: such a row is a series of its own.
  const subject = row.subject === null ? ['row', row.id] : [row.subject.kind, row.subject.id, isArea ? null : row.regionKey];
  return JSON.stringify([subject, row.levels.toSorted(), row.population]);
}

export function isSameSubject(a: Pick<Countable, 'subject'>, b: Pick<Countable, 'subject'>): boolean {
  return a.subject !== null && b.subject !== null && a.subject.kind === b.subject.kind && a.subject.id === b.subject.id;
}

/** Whether one of the two rows is declared to overlap with the other. */
export function areDeclaredOverlapping(a: Countable, b: Countable): boolean {
  return a.overlaps.includes(b.id) || b.overlaps.includes(a.id);
}
