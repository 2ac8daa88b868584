import { defineEntity } from '@mikro-orm/core';
import { sourceColumns } from '../../../storage/source-columns.ts';

/** A source, as stored. */
export const SourceRow = defineEntity({ name: 'Source', tableName: 'source', properties: sourceColumns });
