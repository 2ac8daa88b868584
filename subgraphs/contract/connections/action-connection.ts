import { Action } from '../values/action.ts';
import { connectionOf } from './connection-of.ts';

/** A page of Action. */
export const ActionConnection = connectionOf('Action', Action);
export type ActionConnection = InstanceType<typeof ActionConnection>;
