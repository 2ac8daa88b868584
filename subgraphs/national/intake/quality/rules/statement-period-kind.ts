import { parseEdtf } from '../../../../contract/periods/parse-edtf.ts';
import type { QualityRule } from '../../quality-rule.ts';
import { yearsBetween } from '../day-arithmetic.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

const YEARS = new Set(['YEAR', 'PREVIOUS_YEAR']);

/** A period that is not of its kind: a year that is none, a point that lasts. */
export const statementPeriodKind: QualityRule = {
  code: 'STATEMENT_PERIOD_KIND',
  family: 'CONFORMANCE',
  severity: 'WARNING',
  kinds: ['statements'],
  finds: 'a period whose days do not fit its kind',
  check({ values }) {
    const [kind, edtf] = [textOf(values, 'period_kind'), textOf(values, 'period')];
    const days = edtf === null ? null : parseEdtf(edtf);
    if (kind === null || days?.start == null || days.end === null) return undefined;
    if (YEARS.has(kind) && !isAYear(days.start, days.end)) return faultIn('period', `write the year, or another kind than ${kind}`);
    return kind === 'POINT' && yearsBetween(days.start, days.end) >= 1
      ? faultIn('period_kind', 'a point lasts less than a year')
      : undefined;
  },
};

function isAYear(start: string, end: string): boolean {
  return start.slice(5) === '01-01' && end === `${start.slice(0, 4)}-12-31`;
}
