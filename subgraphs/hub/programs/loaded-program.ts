import { JointProgram } from '../values/joint-program.ts';
import type { PartyReports } from './party-reports.ts';

/** A joint program while it is being answered: with the source it cites and the reports of its parties, which are asked for when needed. */
export class LoadedProgram extends JointProgram {
  sourceId!: string | null;
  partyReports!: PartyReports;
}
