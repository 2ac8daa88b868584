import type { Selectable } from 'kysely';
import { PeriodBasis } from '../../contract/enums/period-basis.ts';
import { OPEN_END } from '../../contract/periods/parse-edtf.ts';
import type { LocalizedText } from '../../contract/values/localized-text.ts';
import { Period } from '../../contract/values/period.ts';
import { JointProgram } from '../values/joint-program.ts';
import type { HubTables } from '../tables.ts';

type Row = Selectable<HubTables['joint_program']>;

/** The published frame of a joint program. */
export function publishJointProgram(row: Row): JointProgram {
  return Object.assign(new JointProgram(), {
    id: row.id,
    kind: row.kind,
    titles: JSON.parse(row.titles) as LocalizedText,
    parties: JSON.parse(row.parties) as string[],
    directions: JSON.parse(row.directions) as string[],
    status: row.status,
    period: publishPeriod(row),
    readings: JSON.parse(row.readings) as object[],
    signedAt: row.signed_at,
    sourceId: row.source_id,
  });
}

function publishPeriod(row: Row): Period | null {
  if (row.period_edtf === null) return null;
  return Object.assign(new Period(), {
    edtf: row.period_edtf,
    start: row.period_start,
    end: row.period_end === OPEN_END ? null : row.period_end,
    kind: null,
    basis: row.period_basis !== null && row.period_basis in PeriodBasis ? row.period_basis : null,
  });
}
