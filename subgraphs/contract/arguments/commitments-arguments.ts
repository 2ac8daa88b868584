import { ArgsType, Field, ID } from 'type-graphql';
import { CommitmentFilter } from './commitment-filter.ts';
import { PageArguments } from './page-arguments.ts';

@ArgsType()
export class CommitmentsArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Of this joint program. Absent: of all. Errors: ID_INVALID.' }) jointProgramId?: string;
  @Field(() => CommitmentFilter, { nullable: true, description: 'Which commitments. Absent: all.' }) filter?: CommitmentFilter;
}
