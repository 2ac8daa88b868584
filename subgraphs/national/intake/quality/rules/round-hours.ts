import type { QualityRule } from '../../quality-rule.ts';
import { measureShare } from '../measure-share.ts';

const MOST = 0.9;

/** Nearly all work in whole hours: estimated after the event and not measured. */
export const roundHours: QualityRule = {
  code: 'ROUND_HOURS',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['participations'],
  finds: `more than ${100 * MOST} % of the participations in whole hours`,
  async summarize(ask, tables) {
    const shares = await measureShare(ask, tables, ['minutes'], () => 'minutes % 60 = 0', 'minutes is not null');
    return shares
      .filter(({ actual }) => actual > MOST)
      .map((share) => ({ ...share, expected: MOST, hint: 'record when work begins and ends' }));
  },
};
