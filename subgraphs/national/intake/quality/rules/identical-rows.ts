import { sql } from 'kysely';
import type { QualityRule } from '../../quality-rule.ts';
import { LEAST_ROWS } from '../measure-share.ts';

const MOST = 0.05;

/** Persons who are alike in everything: one person under several keys, or values filled in for all. */
export const identicalRows: QualityRule = {
  code: 'IDENTICAL_ROWS',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['persons'],
  finds: `more than ${100 * MOST} % of the persons alike in birth date, sex, region and day of joining`,
  async summarize(ask, { rows }) {
    const [counted] = await ask(sql<{ alike: number; whole: number }>`select sum(same - 1) as alike, sum(same) as whole from (
      select count(*) as same from ${rows} as r where is_checked = 1 and birth_date is not null and joined_on is not null
      group by birth_date, sex, region_id, joined_on) as grouped`);
    if (counted === undefined || counted.whole < LEAST_ROWS || counted.alike / counted.whole <= MOST) return [];
    const actual = counted.alike / counted.whole;
    return [
      { field: 'birthDate', count: counted.alike, expected: MOST, actual, period: null, hint: 'look for persons who are registered twice' },
    ];
  },
};
