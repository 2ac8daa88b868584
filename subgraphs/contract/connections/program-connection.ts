import { Program } from '../values/program.ts';
import { connectionOf } from './connection-of.ts';

/** A page of Program. */
export const ProgramConnection = connectionOf('Program', Program);
export type ProgramConnection = InstanceType<typeof ProgramConnection>;
