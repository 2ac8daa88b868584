import { defineEntity } from '@mikro-orm/core';
import { sourceColumns } from '../../storage/source-columns.ts';

/** A source that the hub's own rows cite. */
export const HubSourceRow = defineEntity({ name: 'HubSource', tableName: 'source', properties: sourceColumns });
