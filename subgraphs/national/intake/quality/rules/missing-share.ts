import type { QualityRule } from '../../quality-rule.ts';
import { measureShare } from '../measure-share.ts';
import { columnOf, findCheckedKind, kindsWith } from '../checked-kinds.ts';

const MOST = 0.2;

/** A column that counts need and that is empty too often. */
export const missingShare: QualityRule = {
  code: 'MISSING_SHARE',
  family: 'COMPLETENESS',
  severity: 'WARNING',
  kinds: kindsWith(({ wanted }) => wanted.length > 0),
  finds: `a column that counts need, empty in more than ${100 * MOST} % of the rows`,
  async summarize(ask, tables, { kind }) {
    const shares = await measureShare(ask, tables, findCheckedKind(kind)?.wanted ?? [], (field) => `${columnOf(field)} is null`);
    return shares
      .filter(({ actual }) => actual > MOST)
      .map((share) => ({ ...share, expected: MOST, hint: 'ask the source for the missing values' }));
  },
};
