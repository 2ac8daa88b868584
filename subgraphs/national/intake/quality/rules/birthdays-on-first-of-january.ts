import type { QualityRule } from '../../quality-rule.ts';
import { measureShare } from '../measure-share.ts';

const EXPECTED = 1 / 365.25;
const MOST = 0.02;

/** Too many birthdays on 1 January: years of birth that were made days. */
export const birthdaysOnFirstOfJanuary: QualityRule = {
  code: 'BIRTHDAYS_ON_FIRST_OF_JANUARY',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['persons'],
  finds: `more than ${100 * MOST} % of the birthdays on 1 January`,
  async summarize(ask, tables) {
    const shares = await measureShare(ask, tables, ['birthDate'], () => "birth_date like '%-01-01'", 'birth_date is not null');
    return shares
      .filter(({ actual }) => actual > MOST)
      .map((share) => ({ ...share, expected: EXPECTED, hint: 'the source may know the year alone: leave the day empty then' }));
  },
};
