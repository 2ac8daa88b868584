import { Organization } from '../values/organization.ts';
import { connectionOf } from './connection-of.ts';

/** A page of Organization. */
export const OrganizationConnection = connectionOf('Organization', Organization);
export type OrganizationConnection = InstanceType<typeof OrganizationConnection>;
