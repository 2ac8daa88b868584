import type { FaultSeverity } from '../row-fault.ts';

/** What one rule found in one field, for one unit and month: a place and a number, never a value of a record. */
export interface Finding {
  readonly rule: string;
  readonly severity: FaultSeverity;
  readonly kind: string;
  readonly field: string;
  /** Id of the unit to which the rows belong. */
  readonly unit: string | null;
  /** Month of the rows, YYYY-MM. */
  readonly period: string | null;
  readonly count: number;
  /** Numbers of the first rows in the imported file. */
  readonly rows: readonly number[];
  /** Id of the published row, where it is one alone. */
  readonly entity: string | null;
  readonly expected: number | null;
  readonly actual: number | null;
}

/** Where a finding belongs. */
export type FindingPlace = Pick<Finding, 'rule' | 'severity' | 'kind' | 'field' | 'unit' | 'period' | 'entity'>;

const ROWS_NAMED = 20;

interface Gathered {
  readonly place: FindingPlace;
  readonly rows: number[];
  count: number;
}

/** Gathers findings by place: a million rows that break one rule are a line for each unit and month. */
export class FindingCollector {
  readonly #gathered = new Map<string, Gathered>();
  readonly #whole: Finding[] = [];

  /** One row, or several at once where their number alone is known. */
  add(place: FindingPlace, row: number | null, count = 1): void {
    const key = [place.rule, place.kind, place.field, place.unit, place.period, place.entity].join('|');
    const found = this.#gathered.get(key) ?? { place, rows: [], count: 0 };
    this.#gathered.set(key, found);
    found.count += count;
    if (row !== null && found.rows.length < ROWS_NAMED) found.rows.push(row);
  }

  /** What rows make together. */
  addWhole(finding: Finding): void {
    this.#whole.push(finding);
  }

  /** All findings, in the order of rules, kinds, fields, units and months. */
  findings(): Finding[] {
    const gathered = [...this.#gathered.values()].map(({ place, rows, count }) => ({
      ...place,
      rows,
      count,
      expected: null,
      actual: null,
    }));
    return [...gathered, ...this.#whole].sort(compareFindings);
  }
}

function compareFindings(a: Finding, b: Finding): number {
  const [first, second] = [a, b].map(({ rule, kind, field, unit, period, entity }) => [rule, kind, field, unit, period, entity].join('|'));
  return (first ?? '') < (second ?? '') ? -1 : first === second ? 0 : 1;
}
