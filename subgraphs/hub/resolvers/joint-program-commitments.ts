import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { jointCommitments } from '../programs/joint-commitments.ts';
import type { LoadedProgram } from '../programs/loaded-program.ts';
import type { HubContext } from '../request-context.ts';
import { JointCommitment } from '../values/joint-commitment.ts';
import { JointProgram } from '../values/joint-program.ts';

@Resolver(() => JointProgram)
export class JointProgramCommitmentsResolver {
  @FieldResolver(() => [JointCommitment], { nullable: true })
  commitments(@Root() program: LoadedProgram, @Ctx() context: HubContext): Promise<JointCommitment[]> {
    return jointCommitments(program, program.partyReports, context);
  }
}
