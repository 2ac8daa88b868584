import { ArgsType, Field } from 'type-graphql';
import { ProgramFilter } from './program-filter.ts';
import { PageArguments } from './page-arguments.ts';

@ArgsType()
export class ProgramsArguments extends PageArguments {
  @Field(() => ProgramFilter, { nullable: true, description: 'Which programs. Absent: all.' }) filter?: ProgramFilter;
}
