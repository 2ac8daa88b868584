import { Field, ID } from 'type-graphql';
import { Answer } from '../../contract/values/published-type.ts';
import { AidStageTotal } from './aid-stage-total.ts';
import { Coverage } from './coverage.ts';
import { HubType } from './hub-type.ts';

@HubType('AidSummary', 'The aid for one disaster, stage by stage, without counting one shipment twice.')
export class AidSummary {
  @Answer(() => [AidStageTotal], 'Each stage that has a flow, in the order of the way: pledged, collected, sent, received.')
  stages!: AidStageTotal[];
  @Answer(() => [ID], 'Ids of the contradictions in which the statements behind these flows stand.') contradictions!: string[];
  @Field(() => Coverage, { description: 'Which countries the summary rests on.' }) coverage!: Coverage;
}
