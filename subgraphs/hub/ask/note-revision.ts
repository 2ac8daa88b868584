import type { RevisionLedger } from '../../serving/revision-ledger.ts';
import type { Outcome } from './outcome.ts';

/** Notes what an answer uses of a country. One that did not answer, or whose copy stands in, may answer by itself the next time: no revision tells when. */
export function noteRevision(revisions: RevisionLedger, country: string, outcome: Outcome): void {
  revisions.use(country, outcome.kind === 'answered' ? outcome.revision : null);
}
