import { Unit } from '../values/unit.ts';
import { connectionOf } from './connection-of.ts';

/** A page of Unit. */
export const UnitConnection = connectionOf('Unit', Unit);
export type UnitConnection = InstanceType<typeof UnitConnection>;
