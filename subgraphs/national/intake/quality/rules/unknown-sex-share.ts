import type { QualityRule } from '../../quality-rule.ts';
import { measureShare } from '../measure-share.ts';

const MOST = 0.2;

/** Sex is not told too often: figures by sex would mean little. */
export const unknownSexShare: QualityRule = {
  code: 'UNKNOWN_SEX_SHARE',
  family: 'COMPLETENESS',
  severity: 'WARNING',
  kinds: ['persons'],
  finds: `sex U in more than ${100 * MOST} % of the rows`,
  async summarize(ask, tables) {
    const shares = await measureShare(ask, tables, ['sex'], () => "sex = 'U'");
    return shares
      .filter(({ actual }) => actual > MOST)
      .map((share) => ({ ...share, expected: MOST, hint: 'ask the source for the sex, or check how its words are mapped' }));
  },
};
