import type { EntitySchema } from '@mikro-orm/core';
import { ActionRow } from './action/row.ts';
import { AidFlowRow } from './aid-flow/row.ts';
import { ClassificationRow } from './classification-row.ts';
import { CommitmentRow } from './commitment/row.ts';
import { OrganizationRow } from './organization/row.ts';
import { PracticeRow } from './practice/row.ts';
import { ProgramRow } from './program/row.ts';
import { RegionCodeRow, RegionRow } from './region/row.ts';
import { SourceRow } from './source/row.ts';
import { SearchEntryRow } from './search-hit/row.ts';
import { StatementRow } from './statement/row.ts';
import type { PublicationTables } from './tables.ts';
import { UnitRow } from './unit/row.ts';

/** A table whose rows are published: each has an id of its own, and the feed tells of it. */
export interface PublishedTable {
  readonly entity: EntitySchema;
  readonly table: keyof PublicationTables;
  /** Name of the type in the contract. */
  readonly type: string;
  /** The type as ids write it. */
  readonly idType: string;
}

/** Every published table; the order is that of the first load: what is referred to comes first. */
export const publishedTables: readonly PublishedTable[] = [
  { entity: SourceRow, table: 'source', type: 'Source', idType: 'source' },
  { entity: RegionRow, table: 'region', type: 'Region', idType: 'region' },
  { entity: OrganizationRow, table: 'organization', type: 'Organization', idType: 'organization' },
  { entity: UnitRow, table: 'unit', type: 'Unit', idType: 'unit' },
  { entity: ProgramRow, table: 'program', type: 'Program', idType: 'program' },
  { entity: ActionRow, table: 'action', type: 'Action', idType: 'action' },
  { entity: StatementRow, table: 'statement', type: 'Statement', idType: 'statement' },
  { entity: AidFlowRow, table: 'aid_flow', type: 'AidFlow', idType: 'aid-flow' },
  { entity: CommitmentRow, table: 'commitment', type: 'Commitment', idType: 'commitment' },
  { entity: PracticeRow, table: 'practice', type: 'Practice', idType: 'practice' },
];

/** Tables whose rows belong to a published one, and the property that names it: they come, change and go with it. */
export const attachedTables: readonly { readonly entity: EntitySchema; readonly owner: string }[] = [
  { entity: ClassificationRow, owner: 'publicationId' },
  { entity: RegionCodeRow, owner: 'regionId' },
  { entity: SearchEntryRow, owner: 'id' },
];
