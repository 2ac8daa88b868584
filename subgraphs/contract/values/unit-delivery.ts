import { Float } from 'type-graphql';
import { DeliveryStatus } from '../enums/delivery-status.ts';
import { Edtf } from '../scalars/edtf.ts';
import { EntityRef } from './entity-ref.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('PeriodDelivery', 'What one unit delivered for one period, beside what was expected of it.')
export class PeriodDelivery {
  @Answer(() => Edtf, 'The period: as long as the network promises to refresh.') period?: string | null;
  @Answer(() => Float, 'Unit: participations. The median of up to twelve periods of this unit before; 1 where there are fewer than three.')
  expected?: number | null;
  @Answer(() => Float, 'Unit: participations. What the unit delivered.') actual?: number | null;
  @Answer(() => DeliveryStatus, 'What follows from the two.') status?: DeliveryStatus | null;
}

@PublishedType('UnitDelivery', 'Whether one unit delivered in its rhythm, from its first period to the last one that is over.')
export class UnitDelivery {
  @Answer(() => EntityRef, 'The unit. Null: records that belong to no unit that the network publishes.') unit?: EntityRef | null;
  @Answer(() => [Edtf], 'Periods for which nothing came.') missing?: string[] | null;
  @Answer(() => [PeriodDelivery], 'Every period, oldest first.') periods?: PeriodDelivery[] | null;
}
