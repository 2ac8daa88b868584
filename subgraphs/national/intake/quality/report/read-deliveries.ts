import type { Kysely } from 'kysely';
import type { DeliveryStatus } from '../../../../contract/enums/delivery-status.ts';
import { PeriodDelivery, UnitDelivery } from '../../../../contract/values/unit-delivery.ts';
import { type Selection, selectedBelow } from '../../../../serving/selection.ts';
import type { RequestContext } from '../../../access/request-context.ts';
import type { QualityTables } from './quality-tables.ts';

/** What each unit delivered, as one check found it. */
export async function readDeliveries(
  tables: Kysely<QualityTables>,
  check: number,
  selection: Selection,
  context: RequestContext,
): Promise<UnitDelivery[]> {
  const rows = await tables.selectFrom('quality_delivery').selectAll().where('check_id', '=', check).orderBy('seq').execute();
  return Promise.all(
    [...Map.groupBy(rows, ({ unit_id: unit }) => unit)].map(async ([unit, lines]) =>
      Object.assign(new UnitDelivery(), {
        unit: await context.load.reference(unit, selectedBelow(selection, 'unit')),
        missing: lines.filter(({ status }) => status === 'MISSING').map(({ period }) => period),
        periods: lines.map(({ period, expected, actual, status }) =>
          Object.assign(new PeriodDelivery(), { period, expected, actual, status: status as DeliveryStatus }),
        ),
      }),
    ),
  );
}
