import { boundsMeet, compareWidths } from '../bounds-meet.ts';
import { compareIds, compareKnownFrom, type Countable, seriesKey } from '../countable.ts';
import type { Exclusion, StepResult } from './exclusion.ts';

/**
 * Third step: of several figures for one series and period the narrowest stays, when all of them can be true together.
 * Shape   rows -> what stays; refusal RIVALS_DISAGREE
 * Source  schema/GLOSSARY.md, "total", step 3
 */
export function excludeRivals<Row extends Countable>(rows: readonly Row[]): StepResult<Row> {
  const excluded: Exclusion<Row>[] = [];
  let isDisagreed = false;
  for (const rivals of Map.groupBy(rows, rivalKey).values()) {
    const [best, ...others] = rivals.toSorted((a, b) => compareWidths(a, b) || compareKnownFrom(a, b) || compareIds(a, b));
    if (best === undefined) continue;
    if (rivals.some((a) => rivals.some((b) => !boundsMeet(a, b)))) isDisagreed = true;
    else excluded.push(...others.map((row) => ({ row, reason: 'RIVAL' as const, against: best.id })));
  }
  const aside = new Set(excluded.map(({ row }) => row.id));
  return { kept: rows.filter(({ id }) => !aside.has(id)), excluded, refusal: isDisagreed ? 'RIVALS_DISAGREE' : null };
}

/** Rows without both days have no equal: whether they tell of one time is not known. */
function rivalKey(row: Countable): string {
  const { start = null, end = null } = row.period ?? {};
  return start === null || end === null ? row.id : JSON.stringify([seriesKey(row), start, end]);
}
