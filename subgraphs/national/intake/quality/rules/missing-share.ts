import type { QualityRule } from '../../quality-rule.ts';
import { findCheckedKind, kindsWith } from '../checked-kinds.ts';

const MOST = 0.2;

/** A column that counts need and that is empty too often. */
export const missingShare: QualityRule = {
  code: 'MISSING_SHARE',
  family: 'COMPLETENESS',
  severity: 'WARNING',
  kinds: kindsWith(({ wanted }) => wanted.length > 0),
  finds: `a column that counts need, empty in more than ${100 * MOST} % of the rows`,
  share: {
    fields: (kind) => findCheckedKind(kind)?.wanted ?? [],
    met: { sql: (column) => `${column} is null`, holds: (value) => value === null },
    most: MOST,
    hint: 'ask the source for the missing values',
  },
};
