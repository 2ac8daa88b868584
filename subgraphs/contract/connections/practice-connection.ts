import { Practice } from '../values/practice.ts';
import { connectionOf } from './connection-of.ts';

/** A page of Practice. */
export const PracticeConnection = connectionOf('Practice', Practice);
export type PracticeConnection = InstanceType<typeof PracticeConnection>;
