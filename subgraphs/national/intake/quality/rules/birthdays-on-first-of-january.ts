import type { QualityRule } from '../../quality-rule.ts';

const EXPECTED = 1 / 365.25;
const MOST = 0.02;

/** Too many birthdays on 1 January: years of birth that were made days. */
export const birthdaysOnFirstOfJanuary: QualityRule = {
  code: 'BIRTHDAYS_ON_FIRST_OF_JANUARY',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['persons'],
  finds: `more than ${100 * MOST} % of the birthdays on 1 January`,
  share: {
    fields: () => ['birthDate'],
    counted: { sql: (column) => `${column} is not null`, holds: (value) => value !== null },
    met: { sql: (column) => `${column} like '%-01-01'`, holds: (value) => typeof value === 'string' && value.endsWith('-01-01') },
    most: MOST,
    expected: EXPECTED,
    hint: 'the source may know the year alone: leave the day empty then',
  },
};
