import { Float } from 'type-graphql';
import { AidStage } from '../../contract/enums/aid-stage.ts';
import { Qualifier } from '../../contract/enums/qualifier.ts';
import { UnitCode } from '../../contract/scalars/unit-code.ts';
import { AidFlow } from '../../contract/values/aid-flow.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { RefusalReason } from '../enums/refusal-reason.ts';
import { AidExclusion } from './aid-exclusion.ts';
import { HubType } from './hub-type.ts';

@HubType('AidStageTotal', 'The goods of one disaster at one stage. Stages are never added: two of them may tell of the same goods.')
export class AidStageTotal {
  @Answer(() => AidStage, 'The stage.') stage!: AidStage;
  @Answer(() => Float, 'The sum. Unit: that of `unit`. Null: refused.') value!: number | null;
  @Answer(() => Float, 'The least value the words of the parts allow. Unit: that of `unit`. Null: no lower bound.') lower!: number | null;
  @Answer(() => Boolean, 'Whether `lower` itself is excluded. Null: lower is null.') lowerOpen!: boolean | null;
  @Answer(() => Float, 'The greatest value the words of the parts allow. Unit: that of `unit`. Null: no upper bound.') upper!:
    | number
    | null;
  @Answer(() => Boolean, 'Whether `upper` itself is excluded. Null: upper is null.') upperOpen!: boolean | null;
  @Answer(() => Qualifier, 'How the sum has to be worded. Null: refused.') qualifier!: Qualifier | null;
  @Answer(() => UnitCode, 'Unit of value and bounds. Null: there is no part.') unit!: string | null;
  @Answer(() => RefusalReason, 'Why there is no sum. Null: there is one.') refusal!: RefusalReason | null;
  @Answer(() => [AidFlow], 'The flows that were added, or could not be, by id.') used?: AidFlow[] | null;
  @Answer(() => [AidExclusion], 'The flows left out, by id.') excluded?: AidExclusion[] | null;
}
