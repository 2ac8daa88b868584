import { QualityFinding } from '../values/quality-finding.ts';
import { connectionOf } from './connection-of.ts';

/** A page of QualityFinding. */
export const QualityFindingConnection = connectionOf('QualityFinding', QualityFinding);
export type QualityFindingConnection = InstanceType<typeof QualityFindingConnection>;
