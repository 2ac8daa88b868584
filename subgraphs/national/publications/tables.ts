import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/sql';
import { ActionRow } from './action/row.ts';
import { AidFlowRow } from './aid-flow/row.ts';
import { ChangeRow } from './change/row.ts';
import { ClassificationRow } from './classification-row.ts';
import { CommitmentRow } from './commitment/row.ts';
import { OrganizationRow } from './organization/row.ts';
import { PracticeRow } from './practice/row.ts';
import { ProgramRow } from './program/row.ts';
import { RegionCodeRow, RegionRow } from './region/row.ts';
import { SearchEntryRow } from './search-hit/row.ts';
import { SourceRow } from './source/row.ts';
import { StatementRow } from './statement/row.ts';
import { UnitRow } from './unit/row.ts';

/** What was loaded from the network's data files, and when: one row for each load. */
export const PublicationLoadRow = defineEntity({
  name: 'PublicationLoad',
  tableName: 'publication_load',
  properties: { digest: p.text().primary(), loadedAt: p.text(), rowCount: p.integer() },
});

/** The data files as they were last brought in: who changes one without an import is told at the next start. */
export const PublicationFileRow = defineEntity({
  name: 'PublicationFile',
  tableName: 'publication_file',
  properties: { name: p.text().primary(), digest: p.text() },
});

/** All tables of publications. */
export const publicationEntities = [
  SourceRow,
  RegionRow,
  RegionCodeRow,
  ClassificationRow,
  SearchEntryRow,
  OrganizationRow,
  UnitRow,
  ProgramRow,
  ActionRow,
  StatementRow,
  AidFlowRow,
  CommitmentRow,
  PracticeRow,
  ChangeRow,
  PublicationLoadRow,
  PublicationFileRow,
] as const;

/** The tables by name, with their columns, for typed queries. */
export type PublicationTables = InferKyselyDB<(typeof publicationEntities)[number]>;
