import { p } from '@mikro-orm/core';

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
