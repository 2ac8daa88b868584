import { ArgsType, Field } from 'type-graphql';
import { AidFilter } from './aid-filter.ts';
import { PageArguments } from './page-arguments.ts';

@ArgsType()
export class AidArguments extends PageArguments {
  @Field(() => AidFilter, { nullable: true, description: 'Which flows of aid. Absent: all.' }) filter?: AidFilter;
}
