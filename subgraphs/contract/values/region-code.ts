import { CalendarDate } from '../scalars/calendar-date.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('RegionCode', 'One code of a region in one system, with the days between which it is in force.')
export class RegionCode {
  @Answer(() => String, 'Code system: ISO_3166_2, KATO, OKTMO or SOATO.') system?: string | null;
  @Answer(() => String, 'The code.') value?: string | null;
  @Answer(() => CalendarDate, 'First day in force. Null: not known, or from the beginning.') validFrom?: string | null;
  @Answer(() => CalendarDate, 'First day no longer in force. Null: in force.') validTo?: string | null;
}
