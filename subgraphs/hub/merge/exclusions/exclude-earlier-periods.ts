import type { TimeRule } from '../../../contract/code-lists/indicators.ts';
import { type Countable, seriesKey } from '../countable.ts';
import { periodRelation } from '../period-relation.ts';
import { putAside, type StepResult } from './exclusion.ts';

/**
 * Second step: of a stock only the latest count of each series stays; what has no rule over time is refused when a subject has two periods.
 * Shape   rows, time rule -> what stays; refusal NOT_ADDABLE
 * Source  schema/GLOSSARY.md, "total", step 2
 */
export function excludeEarlierPeriods<Row extends Countable>(rows: readonly Row[], timeRule: TimeRule): StepResult<Row> {
  if (timeRule === 'none' && hasSubjectWithTwoPeriods(rows)) return { kept: rows, excluded: [], refusal: 'NOT_ADDABLE' };
  if (timeRule !== 'LAST') return { kept: rows, excluded: [], refusal: null };
  const latest = new Map([...Map.groupBy(rows, seriesKey)].map(([key, series]) => [key, series.reduce(later)]));
  return putAside(rows, (row) => {
    const last = latest.get(seriesKey(row));
    return last === undefined || endOf(row) === endOf(last) ? null : { row, reason: 'EARLIER_PERIOD', against: last.id };
  });
}

/** An unknown end counts as the earliest. */
function endOf({ period }: Countable): string {
  return period?.end ?? '';
}

function later<Row extends Countable>(a: Row, b: Row): Row {
  return endOf(b) > endOf(a) ? b : a;
}

function hasSubjectWithTwoPeriods(rows: readonly Countable[]): boolean {
  const subjects = Map.groupBy(rows, ({ id, subject }) => JSON.stringify(subject ?? id));
  return [...subjects.values()].some(([first, ...others]) => others.some((other) => first !== undefined && !isOnePeriod(first, other)));
}

/** Two expressions of the same days are one period, and so are two equal expressions whose days nobody knows. */
function isOnePeriod(a: Countable, b: Countable): boolean {
  return periodRelation(a.period, b.period) === 'EQUAL' || (a.period?.edtf ?? null) === (b.period?.edtf ?? null);
}
