import { type KnownDays, periodRelation } from '../period-relation.ts';
import type { ExclusionReason } from './exclusion.ts';

/** Why a row is not of the asked time; null where it is, or where any time will do (null days). */
export function reasonAgainstPeriod(period: KnownDays | null, days: KnownDays | null): ExclusionReason | null {
  const relation = days === null ? 'WITHIN' : periodRelation(period, days);
  if (relation === 'UNKNOWN') return 'PERIOD_UNKNOWN';
  return relation === 'EQUAL' || relation === 'WITHIN' ? null : 'PERIOD_DIFFERS';
}
