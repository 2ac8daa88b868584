import { Commitment } from '../values/commitment.ts';
import { connectionOf } from './connection-of.ts';

/** A page of Commitment. */
export const CommitmentConnection = connectionOf('Commitment', Commitment);
export type CommitmentConnection = InstanceType<typeof CommitmentConnection>;
