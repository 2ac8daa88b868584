import { Statement } from '../values/statement.ts';
import { connectionOf } from './connection-of.ts';

/** A page of Statement. */
export const StatementConnection = connectionOf('Statement', Statement);
export type StatementConnection = InstanceType<typeof StatementConnection>;
