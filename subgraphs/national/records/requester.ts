import { defineEntity } from '@mikro-orm/core';
import { unitColumns } from './record-columns.ts';

/** Somebody who asked for help, protected like a volunteer; known by a key alone. */
export const Requester = defineEntity({ name: 'RecordRequester', tableName: 'record_requester', properties: { ...unitColumns } });
