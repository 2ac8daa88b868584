import { PeriodBasis } from '../enums/period-basis.ts';
import { PeriodKind } from '../enums/period-kind.ts';
import { CalendarDate } from '../scalars/calendar-date.ts';
import { Edtf } from '../scalars/edtf.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('Period', 'The time that something is told of.')
export class Period {
  @Answer(() => Edtf, 'The period as EDTF. Null: the source gives no date.') edtf?: string | null;
  @Answer(() => CalendarDate, 'First day. Null: not known.') start?: string | null;
  @Answer(() => CalendarDate, 'Last day. Null: not known, or still open (then edtf ends in "..").') end?: string | null;
  @Answer(() => String, 'Length as an ISO 8601 duration, where it is said without dates. Null: not said.') duration?: string | null;
  @Answer(() => PeriodKind, 'What kind of time it is. Null: not classified.') kind?: PeriodKind | null;
  @Answer(() => PeriodBasis, 'How the days are known. Null: not classified.') basis?: PeriodBasis | null;
  @Answer(() => String, 'The words of the source. Null: not kept.') rawText?: string | null;
}
