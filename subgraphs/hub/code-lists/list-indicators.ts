import { definitionsOf } from '../../contract/code-lists/family-definitions.ts';
import { indicatorLabels } from '../../contract/code-lists/indicator-labels.ts';
import { indicators } from '../../contract/code-lists/indicators.ts';
import type { Availability } from '../values/availability.ts';
import { Indicator } from '../values/indicator.ts';
import { listDefinitions } from './list-definitions.ts';

/** All indicators, in the order of the list; `availability` is null where it was not asked for. */
export function listIndicators(availability: Promise<ReadonlyMap<string, Availability[]>> | null): Indicator[] {
  return indicators.map((indicator) =>
    Object.assign(new Indicator(), {
      ...indicator,
      labels: indicatorLabels[indicator.code] ?? null,
      definitions: listDefinitions(definitionsOf(indicator)),
      availability: availability === null ? null : availability.then((seen) => seen.get(indicator.code) ?? []),
    }),
  );
}
