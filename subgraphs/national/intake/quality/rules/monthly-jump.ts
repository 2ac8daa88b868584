import type { QualityRule, RowsByMonth } from '../../quality-rule.ts';
import { median } from '../median.ts';
import { findCheckedKind } from '../checked-kinds.ts';

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
  compareMonths(months, { kind, today }) {
    const field = findCheckedKind(kind)?.day ?? 'date';
    const whole = withEmptyMonths(months, today.slice(0, 7));
    return whole.flatMap(([month, rows], index) => {
      const before = whole.slice(Math.max(0, index - MONTHS), index).map(([, earlier]) => earlier.whole);
      const expected = before.length < LEAST_MONTHS ? 0 : median(before);
      // A month that got nothing new was judged when its rows came.
      if (expected < LEAST_ROWS || (rows.checked === 0 && rows.whole > 0)) return [];
      if (rows.whole * FACTOR >= expected && rows.whole <= expected * FACTOR) return [];
      const fault = { field, count: rows.whole, expected, actual: rows.whole, period: month };
      return [{ ...fault, hint: 'ask whether a file is missing or came twice' }];
    });
  },
};

const NONE = { whole: 0, checked: 0 };

/** Every month from the first one to the last that is over and has rows: a month of which nothing is told is a month, too. */
function withEmptyMonths(months: RowsByMonth, thisMonth: string): (readonly [string, { whole: number; checked: number }])[] {
  const told = [...months.keys()].filter((month) => month < thisMonth).sort((a, b) => (a < b ? -1 : 1));
  const listed: (readonly [string, { whole: number; checked: number }])[] = [];
  for (let month = told[0] ?? thisMonth; month <= (told.at(-1) ?? ''); month = monthAfter(month)) {
    listed.push([month, months.get(month) ?? NONE]);
  }
  return listed;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
