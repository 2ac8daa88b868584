import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { findCheckedKind, kindsWith } from '../checked-kinds.ts';
import { dayOf } from '../row-values.ts';

/** Where nobody says when the network was founded: no volunteer's record is older, and spreadsheets count wrong days from 1900 or 1904. */
const EARLIEST = '1990-01-01';

/** Something that happened before there was a network to record it. */
export const dateBeforeNetwork: QualityRule = {
  code: 'DATE_BEFORE_NETWORK',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: kindsWith(({ dates }) => dates.length > 0),
  finds: `a day before the network was founded; before ${EARLIEST} where that is not known`,
  check({ values }, { kind, foundedOn }) {
    const earliest = foundedOn ?? EARLIEST;
    for (const field of findCheckedKind(kind)?.dates ?? []) {
      if (field === 'birthDate') continue;
      const day = dayOf(values, field);
      if (day !== null && day < earliest) return faultIn(field, 'correct the day: it lies before the network was founded');
    }
    return undefined;
  },
};
