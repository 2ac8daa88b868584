import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Commitment } from '../../contract/values/commitment.ts';
import { pathBelowRoot } from '../ask/forwarded-selection.ts';
import type { ReportedCommitment } from '../programs/joint-commitments.ts';
import { JointCommitment } from '../values/joint-commitment.ts';

@Resolver(() => JointCommitment)
export class JointCommitmentReportsResolver {
  @FieldResolver(() => [Commitment], { nullable: true })
  async reports(@Root() { program, partyReports, key }: ReportedCommitment, @Info() info: GraphQLResolveInfo): Promise<object[]> {
    const reports = await partyReports.reportsOf(program, pathBelowRoot(info));
    return reports.filter((report) => report.key === key).map(({ row }) => row);
  }
}
