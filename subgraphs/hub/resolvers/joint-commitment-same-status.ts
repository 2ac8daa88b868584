import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { ReportedCommitment } from '../programs/joint-commitments.ts';
import { JointCommitment } from '../values/joint-commitment.ts';

@Resolver(() => JointCommitment)
export class JointCommitmentSameStatusResolver {
  @FieldResolver(() => Boolean, { nullable: true })
  async sameStatus(@Root() { program, partyReports, key }: ReportedCommitment): Promise<boolean | null> {
    const reports = (await partyReports.reportsOf(program, null)).filter((report) => report.key === key);
    return reports.length < 2 ? null : new Set(reports.map(({ status }) => status)).size === 1;
  }
}
