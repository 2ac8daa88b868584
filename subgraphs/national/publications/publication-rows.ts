import type { EntitySchema } from '@mikro-orm/core';

/** Rows ready to store, by table. */
export type PublicationRows = ReadonlyMap<EntitySchema, readonly Readonly<Record<string, unknown>>[]>;
