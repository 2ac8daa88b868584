import { ID } from 'type-graphql';
import { AidFlow } from '../../contract/values/aid-flow.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { ExclusionReason } from '../enums/exclusion-reason.ts';
import { HubType } from './hub-type.ts';

@HubType('AidExclusion', 'A flow that is not in the total of its stage, and why.')
export class AidExclusion {
  @Answer(() => AidFlow, 'The flow.') flow?: AidFlow | null;
  @Answer(() => ExclusionReason, 'Why it is left out: the first reason that applies.') reason!: ExclusionReason;
  @Answer(() => ID, 'Id of the flow that it yields to. Null: it yields to none.') against!: string | null;
}
