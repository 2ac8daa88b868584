import type { RunningCheck } from '../quality/running-check.ts';
import type { FaultList } from './fault-list.ts';
import type { ImportStep } from './import-request.ts';
import type { Samples } from './opened-file.ts';
import type { PublicationPlan } from './plan-publications.ts';
import type { PublicationSurroundings } from './read-publication-rows.ts';

/** What the rows of a data file are read and checked with, and where their faults are told. */
export interface PublicationStaging {
  readonly surroundings: PublicationSurroundings & { readonly country: string; readonly today: string };
  readonly check: RunningCheck;
  readonly faults: FaultList;
  progress(this: void, step: ImportStep, share: number | null): void;
}

/** Rows of a data file, read and compared with what is published. */
export interface StagedPublications {
  readonly read: number;
  readonly samples: Samples;
  /** What would follow, with its own faults; `mayRemove`: what is missing in the file goes. */
  plan(mayRemove: boolean): Promise<PublicationPlan>;
}
