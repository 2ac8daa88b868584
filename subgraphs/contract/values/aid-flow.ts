import { Float, ID } from 'type-graphql';
import { AidStage } from '../enums/aid-stage.ts';
import { Qualifier } from '../enums/qualifier.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { Glide } from '../scalars/glide.ts';
import { UnitCode } from '../scalars/unit-code.ts';
import { EntityRef } from './entity-ref.ts';
import { Node } from './node.ts';
import { Period } from './period.ts';
import { Answer, PublishedType } from './published-type.ts';
import { RegionRef } from './region-ref.ts';
import { Source } from './source.ts';
import { Statement } from './statement.ts';

@PublishedType('AidFlow', 'Goods at one stage of their way. Two stages may tell of the same goods and are never added.', [Node])
export class AidFlow extends Node {
  @Answer(() => CountryCode, 'Country whose network publishes it.') country?: string | null;
  @Answer(() => AidStage, 'Stage of the way.') stage?: AidStage | null;
  @Answer(() => String, "The owner's own word for the stage. Null: stage is not OTHER.") rawStage?: string | null;
  @Answer(() => RegionRef, 'Region the goods come from. Null: not stated.') origin?: RegionRef | null;
  @Answer(() => [CountryCode], 'Countries the goods go to; how they are split is not stated.') destinations?: string[] | null;
  @Answer(() => [Glide], 'Disasters the goods are for. Empty: not stated.') glide?: string[] | null;
  @Answer(() => Float, 'The number said. Unit: that of `unit`. Null: told without a number.') value?: number | null;
  @Answer(() => Float, 'The least value the words allow. Unit: that of `unit`. Null: no lower bound.') lower?: number | null;
  @Answer(() => Boolean, 'Whether `lower` itself is excluded. Null: lower is null.') lowerOpen?: boolean | null;
  @Answer(() => Float, 'The greatest value the words allow. Unit: that of `unit`. Null: no upper bound.') upper?: number | null;
  @Answer(() => Boolean, 'Whether `upper` itself is excluded. Null: upper is null.') upperOpen?: boolean | null;
  @Answer(() => Qualifier, 'How the source words the number.') qualifier?: Qualifier | null;
  @Answer(() => UnitCode, 'Unit of value and bounds.') unit?: string | null;
  @Answer(() => Period, 'The time it is told of.') period?: Period | null;
  @Answer(() => Statement, 'The statement that says it. Null: none.') statement?: Statement | null;
  @Answer(() => EntityRef, 'The action it belongs to. Null: not stated.') action?: EntityRef | null;
  @Answer(() => [ID], 'Ids of flows that may be the same goods.') overlaps?: string[] | null;
  @Answer(() => Source, 'Where it is told.') source?: Source | null;
}
