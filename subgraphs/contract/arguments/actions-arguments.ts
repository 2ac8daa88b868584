import { ArgsType, Field } from 'type-graphql';
import { ActionFilter } from './action-filter.ts';
import { ActionOrder } from './action-order.ts';
import { PageArguments } from './page-arguments.ts';

@ArgsType()
export class ActionsArguments extends PageArguments {
  @Field(() => ActionFilter, { nullable: true, description: 'Which actions. Absent: all.' }) filter?: ActionFilter;
  @Field(() => ActionOrder, { defaultValue: ActionOrder.ID_ASC, description: 'In which order.' }) orderBy!: ActionOrder;
}
