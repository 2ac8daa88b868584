import { sql } from 'kysely';
import type { QualityRule, SummaryFault } from '../../quality-rule.ts';
import { median } from '../median.ts';
import { columnOf, findCheckedKind } from '../checked-kinds.ts';

const MONTHS = 12;
const LEAST_MONTHS = 6;
const LEAST_ROWS = 30;
const FACTOR = 3;

/** A month with far more or far fewer rows than the year before it: a file that came twice, or not at all. */
export const monthlyJump: QualityRule = {
  code: 'MONTHLY_JUMP',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['participations', 'help-requests', 'search-cases', 'donations'],
  finds: `a month with more than ${FACTOR} times, or less than a third of, the median of up to ${MONTHS} months before`,
  async summarize(ask, { rows }, { kind, today }) {
    const day = findCheckedKind(kind)?.day ?? 'date';
    const counted = await ask(sql<{
      month: string;
      whole: number;
      checked: number;
    }>`select substr(${sql.raw(columnOf(day))}, 1, 7) as month,
      count(*) as whole, sum(is_checked) as checked from ${rows} as r where ${sql.raw(columnOf(day))} is not null group by 1 order by 1`);
    return jumpsIn(counted, day, today.slice(0, 7));
  },
};

interface Month {
  readonly month: string;
  readonly whole: number;
  readonly checked: number;
}

function jumpsIn(counted: readonly Month[], field: string, thisMonth: string): SummaryFault[] {
  const months = withEmptyMonths(counted, thisMonth);
  return months.flatMap(({ month, whole, checked }, index) => {
    const before = months.slice(Math.max(0, index - MONTHS), index).map((earlier) => earlier.whole);
    const expected = before.length < LEAST_MONTHS ? 0 : median(before);
    // A month that is not over says nothing yet, and a month without checked rows was judged when they came.
    if (expected < LEAST_ROWS || (checked === 0 && whole > 0)) return [];
    if (whole * FACTOR >= expected && whole <= expected * FACTOR) return [];
    return [{ field, count: whole, expected, actual: whole, period: month, hint: 'ask whether a file is missing or came twice' }];
  });
}

/** Every month from the first one to the last that is over: a month of which nothing is told is a month, too. */
function withEmptyMonths(counted: readonly Month[], thisMonth: string): Month[] {
  const known = new Map(counted.map((month) => [month.month, month]));
  const months: Month[] = [];
  const last = counted.findLast(({ month }) => month < thisMonth)?.month ?? '';
  for (let month = counted[0]?.month ?? thisMonth; month <= last; month = monthAfter(month)) {
    months.push(known.get(month) ?? { month, whole: 0, checked: 0 });
  }
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
