import { connectionOf } from '../../contract/connections/connection-of.ts';
import { JointProgram } from './joint-program.ts';

/** A page of JointProgram. */
export const JointProgramConnection = connectionOf('JointProgram', JointProgram);
export type JointProgramConnection = InstanceType<typeof JointProgramConnection>;
