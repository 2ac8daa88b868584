import { CommitmentBasis } from '../../contract/enums/commitment-basis.ts';
import type { LocalizedText } from '../../contract/values/localized-text.ts';
import type { HubContext } from '../request-context.ts';
import { JointCommitment } from '../values/joint-commitment.ts';
import type { JointProgram } from '../values/joint-program.ts';
import type { PartyReports } from './party-reports.ts';

/** A joint commitment, and where the reports of it come from. */
export class ReportedCommitment extends JointCommitment {
  program!: JointProgram;
  partyReports!: PartyReports;
}

/**
 * What was agreed in a program, in the order of the text: the hub's own frame, and behind it whatever only a party tells of.
 * Shape   program, its parties' reports -> commitments, whose reports are read field by field
 */
export async function jointCommitments(
  program: JointProgram,
  partyReports: PartyReports,
  { database }: HubContext,
): Promise<ReportedCommitment[]> {
  const rows = await database
    .selectFrom('joint_commitment')
    .select(['key', 'seq', 'basis', 'texts'])
    .where('joint_program_id', '=', program.id)
    .orderBy('seq')
    .execute();
  const reports = await partyReports.reportsOf(program, null);
  const framed = new Set(rows.map(({ key }) => key));
  const unframed = reports.filter(({ key }, index) => !framed.has(key) && reports.findIndex((report) => report.key === key) === index);
  return [
    ...rows.map(({ key, seq, basis, texts }) => ({ key, seq, basis, texts: JSON.parse(texts) as LocalizedText })),
    ...unframed.map(({ key, seq, basis, text }) => ({ key, seq, basis, texts: { original: text } })),
  ].map(({ basis, ...rest }) =>
    Object.assign(new ReportedCommitment(), {
      ...rest,
      basis: basis in CommitmentBasis ? basis : CommitmentBasis.OTHER,
      program,
      partyReports,
    }),
  );
}
