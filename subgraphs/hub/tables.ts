import type { InferKyselyDB } from '@mikro-orm/sql';
import { LastKnownCopyRow } from './last-known/last-known-copy-row.ts';
import { HubSourceRow } from './programs/hub-source-row.ts';
import { JointCommitmentRow } from './programs/joint-commitment-row.ts';
import { JointProgramCodeRow, JointProgramRow } from './programs/joint-program-row.ts';
import { NetworkObservationRow } from './status/network-observation-row.ts';

/** All tables of the hub. */
export const hubEntities = [
  JointProgramRow,
  JointProgramCodeRow,
  JointCommitmentRow,
  HubSourceRow,
  NetworkObservationRow,
  LastKnownCopyRow,
] as const;

/** The tables by name, with their columns, for typed queries. */
export type HubTables = InferKyselyDB<(typeof hubEntities)[number]>;
