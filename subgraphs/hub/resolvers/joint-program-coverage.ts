import { FieldResolver, Resolver, Root } from 'type-graphql';
import { coverageOf } from '../ask/coverage-of.ts';
import type { LoadedProgram } from '../programs/loaded-program.ts';
import { Coverage } from '../values/coverage.ts';
import { JointProgram } from '../values/joint-program.ts';

@Resolver(() => JointProgram)
export class JointProgramCoverageResolver {
  @FieldResolver(() => Coverage, { nullable: true })
  async coverage(@Root() program: LoadedProgram): Promise<Coverage> {
    return coverageOf(await program.partyReports.outcomesOf(program));
  }
}
