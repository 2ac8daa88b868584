import { Field, Int } from 'type-graphql';
import { PageInfo } from '../../contract/connections/page-info.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { Contradiction } from './contradiction.ts';
import { Coverage } from './coverage.ts';
import { HubType } from './hub-type.ts';

@HubType('ContradictionEdge', 'One row of a page of contradictions.')
export class ContradictionEdge {
  @Field(() => String, { description: 'Its cursor; pass it as `after` to go on behind this row.' }) cursor!: string;
  @Answer(() => Contradiction, 'The row.') node!: Contradiction;
}

@HubType('ContradictionConnection', 'A page of contradictions, by id, and what it rests on.')
export class ContradictionConnection {
  @Field(() => [ContradictionEdge], { description: 'Rows with their cursors.' }) edges!: ContradictionEdge[];
  @Answer(() => [Contradiction], 'Rows without their cursors.') nodes!: Contradiction[];
  @Field(() => PageInfo, { description: 'Where the page stands.' }) pageInfo!: PageInfo;
  @Answer(() => Int, 'Number of contradictions under this filter. Null: not every asked country answered.') totalCount!: number | null;
  @Field(() => Coverage, {
    description: 'Which countries were searched for contradictions. What stands against a country that did not answer is not found.',
  })
  coverage!: Coverage;
}
