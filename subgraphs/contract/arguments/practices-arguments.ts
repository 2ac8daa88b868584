import { ArgsType, Field } from 'type-graphql';
import { PracticeFilter } from './practice-filter.ts';
import { PageArguments } from './page-arguments.ts';

@ArgsType()
export class PracticesArguments extends PageArguments {
  @Field(() => PracticeFilter, { nullable: true, description: 'Which practices. Absent: all.' }) filter?: PracticeFilter;
}
