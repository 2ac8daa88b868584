import { median } from './median.ts';

export type DeliveryState = 'DELIVERED' | 'LOW' | 'MISSING';

/** What one unit delivered for one period, beside what was expected. */
export interface Delivery {
  /** Null: records that belong to no unit. */
  readonly unit: string | null;
  /** EDTF: a month, a year, or an interval of months. */
  readonly period: string;
  readonly expected: number;
  readonly actual: number;
  readonly status: DeliveryState;
}

/** Participations of one unit in one month. */
export interface MonthlyCount {
  readonly unit: string | null;
  /** YYYY-MM. */
  readonly month: string;
  readonly count: number;
}

const PERIODS_SHOWN = 24;
const PERIODS_COMPARED = 12;
const LEAST_COMPARED = 3;
const WORDS: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };

/**
 * Expected against actual for each unit, from its first period to the last one that is over. Expected is the median of up to twelve periods of the
 * same unit before; while there are fewer than three, anything at all. A unit that never delivered is asked for every period of the others.
 * Shape   counts by month, units that must deliver, rhythm of the network (ISO 8601 duration), day of the check -> a line for each unit and period
 */
export function expectDeliveries(
  counts: readonly MonthlyCount[],
  settings: { readonly units: readonly string[]; readonly rhythm: string; readonly today: string },
): Delivery[] {
  const length = monthsOf(settings.rhythm);
  const current = periodNumber(settings.today, length);
  const isOver = counts.filter(({ month }) => periodNumber(month, length) < current);
  if (isOver.length === 0) return [];
  const first = Math.min(...isOver.map(({ month }) => periodNumber(month, length)));
  const byUnit = Map.groupBy(isOver, ({ unit }) => unit);
  const units = [...new Set<string | null>([...byUnit.keys(), ...settings.units])].sort(nullLast);
  return units.flatMap((unit) => {
    const actual = new Map<number, number>();
    for (const { month, count } of byUnit.get(unit) ?? []) {
      const period = periodNumber(month, length);
      actual.set(period, (actual.get(period) ?? 0) + count);
    }
    const begins = actual.size === 0 ? first : Math.min(...actual.keys());
    const lines: Delivery[] = [];
    for (let period = begins; period < current; period += 1) lines.push(judge(unit, period, actual, length));
    return lines.slice(-PERIODS_SHOWN);
  });
}

function judge(unit: string | null, period: number, counts: ReadonlyMap<number, number>, length: number): Delivery {
  const before: number[] = [];
  for (let earlier = period - PERIODS_COMPARED; earlier < period; earlier += 1) {
    const count = counts.get(earlier);
    if (count !== undefined) before.push(count);
  }
  const expected = before.length < LEAST_COMPARED ? 1 : median(before);
  const actual = counts.get(period) ?? 0;
  const status = actual === 0 ? 'MISSING' : 2 * actual < expected ? 'LOW' : 'DELIVERED';
  return { unit, period: edtfOf(period, length), expected, actual, status };
}

/** Months of a rhythm; a rhythm in days or weeks is asked by month. */
function monthsOf(rhythm: string): number {
  const [, number, letter] = /^P(\d+)([MY])$/.exec(rhythm) ?? [];
  const months = WORDS[rhythm] ?? Number(number) * (letter === 'Y' ? 12 : 1);
  return Number.isInteger(months) && months > 0 ? months : 1;
}

function periodNumber(day: string, length: number): number {
  return Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / length);
}

function edtfOf(period: number, length: number): string {
  const [first, last] = [period * length, period * length + length - 1].map(
    (month) => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
  if (length === 12) return first?.slice(0, 4) ?? '';
  return first === last ? String(first) : `${first}/${last}`;
}

function nullLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
