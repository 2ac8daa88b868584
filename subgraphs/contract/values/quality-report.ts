import { Int } from 'type-graphql';
import { QualityFindingConnection } from '../connections/quality-finding-connection.ts';
import { QualityOccasion } from '../enums/quality-occasion.ts';
import { CalendarDate } from '../scalars/calendar-date.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Answer, PublishedType } from './published-type.ts';
import { QualityRule } from './quality-rule.ts';
import { UnitDelivery } from './unit-delivery.ts';

@PublishedType('QualityReport', "What the network's rules of data quality found, for those who run it.")
export class QualityReport {
  @Answer(() => DateTime, 'When the check was made.') checkedAt?: string | null;
  @Answer(() => QualityOccasion, 'What made the network check.') occasion?: QualityOccasion | null;
  @Answer(() => CalendarDate, 'First day of the records that were checked. Null: all of them.') since?: string | null;
  @Answer(() => Int, 'Unit: rows. How many were checked.') rowsChecked?: number | null;
  @Answer(() => [QualityRule], 'The rules that were run, with what each found.') rules?: QualityRule[] | null;
  @Answer(() => QualityFindingConnection, 'What was found, in the order of rules, columns, units and months.')
  findings?: QualityFindingConnection | null;
  @Answer(
    () => [UnitDelivery],
    'Expected against actual for each unit. Empty: nothing can be expected yet. Null: an import, which is no whole.',
  )
  deliveries?: UnitDelivery[] | null;
}
