import { AidFlow } from '../values/aid-flow.ts';
import { connectionOf } from './connection-of.ts';

/** A page of AidFlow. */
export const AidFlowConnection = connectionOf('AidFlow', AidFlow);
export type AidFlowConnection = InstanceType<typeof AidFlowConnection>;
