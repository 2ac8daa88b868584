import { ArgsType, Field } from 'type-graphql';
import { CalendarDate } from '../scalars/calendar-date.ts';
import { PageArguments } from './page-arguments.ts';
import { StatementFilter } from './statement-filter.ts';
import { StatementOrder } from './statement-order.ts';

@ArgsType()
export class StatementsArguments extends PageArguments {
  @Field(() => StatementFilter, { nullable: true, description: 'Which statements. Absent: all current ones.' }) filter?: StatementFilter;
  @Field(() => StatementOrder, { defaultValue: StatementOrder.ID_ASC, description: 'In which order.' }) orderBy!: StatementOrder;
  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The statements as they stood on this day: known by then and not superseded by then. Absent: the current ones. Errors: DATE_INVALID.',
  })
  asOf?: string;
}
