import { p } from '@mikro-orm/core';
import { OPEN_END } from '../../contract/periods/parse-edtf.ts';
import { Period } from '../../contract/values/period.ts';
import type { StoredRow } from './publication.ts';

/** The columns of a period in a table. The two sort keys put rows without a first day last in either direction. */
export const periodColumns = {
  periodEdtf: p.text().nullable(),
  periodStart: p.text().nullable(),
  periodEnd: p.text().nullable(),
  periodDuration: p.text().nullable(),
  periodKind: p.text().nullable(),
  periodBasis: p.text().nullable(),
  periodRaw: p.text().nullable(),
  periodAscending: p.text(),
  periodDescending: p.text(),
};

/** The columns that a published period is made of. */
export const PERIOD_COLUMNS = [
  'period_edtf',
  'period_start',
  'period_end',
  'period_duration',
  'period_kind',
  'period_basis',
  'period_raw',
] as const;

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
