import { Float, ID } from 'type-graphql';
import { AidStage } from '../../contract/enums/aid-stage.ts';
import { ExclusionReason } from '../../contract/enums/exclusion-reason.ts';
import { Qualifier } from '../../contract/enums/qualifier.ts';
import { RefusalReason } from '../../contract/enums/refusal-reason.ts';
import { UnitCode } from '../../contract/scalars/unit-code.ts';
import { AidFlow } from '../../contract/values/aid-flow.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { Coverage } from './coverage.ts';
import { HubType } from './hub-type.ts';

@HubType('AidExclusion', 'A flow that a total leaves out, and why.')
export class AidExclusion {
  @Answer(() => AidFlow, 'The flow.') flow?: AidFlow | null;
  @Answer(() => ExclusionReason, 'The first reason that applies.') reason!: ExclusionReason;
  @Answer(() => ID, 'Id of the flow it was left out for. Null: the reason needs no other.') against?: string | null;
}

@HubType('AidStageTotal', 'What reached one stage. Totals of two stages are never added: they may be the same goods.')
export class AidStageTotal {
  @Answer(() => AidStage, 'The stage.') stage!: AidStage;
  @Answer(() => Float, 'The sum. Unit: that of `unit`. Null: refused.') value?: number | null;
  @Answer(() => Float, 'The least value that the parts allow. Unit: that of `unit`. Null: no lower bound.') lower?: number | null;
  @Answer(() => Boolean, 'Whether `lower` itself is excluded. Null: lower is null.') lowerOpen?: boolean | null;
  @Answer(() => Float, 'The greatest value that the parts allow. Unit: that of `unit`. Null: no upper bound.') upper?: number | null;
  @Answer(() => Boolean, 'Whether `upper` itself is excluded. Null: upper is null.') upperOpen?: boolean | null;
  @Answer(() => Qualifier, 'How the sum must be worded. Null: refused.') qualifier?: Qualifier | null;
  @Answer(() => UnitCode, 'Unit of value and bounds.') unit?: string | null;
  @Answer(() => RefusalReason, 'Why there is no sum. Null: there is one.') refusal?: RefusalReason | null;
  @Answer(() => [AidFlow], 'The flows that were added, by id.') used?: AidFlow[] | null;
  @Answer(() => [AidExclusion], 'The flows that were left out, by id, and why.') excluded?: AidExclusion[] | null;
}

@HubType('AidSummary', 'Aid by stage of its way, over all countries. No field adds stages.')
export class AidSummary {
  @Answer(() => [AidStageTotal], 'One total for each stage that something is told of, in the order of the way.') stages!: AidStageTotal[];
  @Answer(() => [ID], 'Ids of the contradictions between the flows’ statements.') contradictions?: string[] | null;
  @Answer(() => Coverage, 'Which countries it rests on.') coverage!: Coverage;
}
