import type { Samples } from './opened-file.ts';
import type { PublicationPlan } from './plan-publications.ts';

/** Rows of a data file, read and compared with what is published. */
export interface StagedPublications {
  readonly read: number;
  readonly samples: Samples;
  /** What would follow; `mayRemove`: what is missing in the file goes. */
  plan(mayRemove: boolean): Promise<PublicationPlan>;
}
