import { OPEN_END } from '../../contract/periods/parse-edtf.ts';
import { Period } from '../../contract/values/period.ts';
import type { StoredRow } from './publication.ts';

/** The published period of a row, or null when the row says nothing of time. */
export function publishPeriod(row: StoredRow): Period | null {
  if (row['period_edtf'] == null && row['period_duration'] == null && row['period_kind'] == null) return null;
  return Object.assign(new Period(), {
    edtf: row['period_edtf'],
    start: row['period_start'],
    end: row['period_end'] === OPEN_END ? null : row['period_end'],
    duration: row['period_duration'],
    kind: row['period_kind'],
    basis: row['period_basis'],
    rawText: row['period_raw'],
  });
}
