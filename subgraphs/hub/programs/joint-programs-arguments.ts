import { ArgsType, Field } from 'type-graphql';
import { PageArguments } from '../../contract/arguments/page-arguments.ts';
import { JointProgramFilter } from './joint-program-filter.ts';

@ArgsType()
export class JointProgramsArguments extends PageArguments {
  @Field(() => JointProgramFilter, { nullable: true, description: 'Which joint programs. Absent: all.' }) filter?: JointProgramFilter;
}
