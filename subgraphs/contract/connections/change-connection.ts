import { Change } from '../values/change.ts';
import { connectionOf } from './connection-of.ts';

/** A page of Change. */
export const ChangeConnection = connectionOf('Change', Change);
export type ChangeConnection = InstanceType<typeof ChangeConnection>;
