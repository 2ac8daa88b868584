import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB, SqlEntityManager } from '@mikro-orm/sql';
import type { Kysely } from 'kysely';
import type { BulkSession, BulkValue } from '../../../storage/bulk/bulk-session.ts';

/** One import, and what became of it. */
export const ImportJournalRow = defineEntity({
  name: 'ImportJournal',
  tableName: 'import_journal',
  properties: {
    id: p.integer().primary(),
    kind: p.text(),
    source: p.text(),
    mode: p.text(),
    actor: p.text(),
    fileName: p.text(),
    fileHash: p.text(),
    mappingName: p.text(),
    mappingVersion: p.integer(),
    mappingHash: p.text(),
    startedAt: p.text(),
    durationMs: p.integer(),
    rowsRead: p.integer(),
    rowsNew: p.integer(),
    rowsChanged: p.integer(),
    rowsUnchanged: p.integer(),
    rowsRemoved: p.integer(),
    rowsRejected: p.integer(),
    outcome: p.text(),
    reason: p.text().nullable(),
    undoneAt: p.text().nullable(),
    imagesForgotten: p.integer(),
  },
});

/** What a publication was before an import: JSON text of its row and what belongs to it; null when it was not there. */
export const ImportPublicationRow = defineEntity({
  name: 'ImportPublication',
  tableName: 'import_publication',
  properties: { importId: p.integer().primary(), publicationId: p.text().primary(), stood: p.text().nullable() },
});

export const journalEntities = [ImportJournalRow, ImportPublicationRow] as const;

export type JournalTables = InferKyselyDB<(typeof journalEntities)[number]>;

/** A row of the journal, by its properties. */
export interface JournalEntry {
  readonly id: number;
  readonly kind: string;
  readonly source: string;
  readonly mode: string;
  readonly actor: string;
  readonly fileName: string;
  /** SHA-256, in hex. */
  readonly fileHash: string;
  readonly mappingName: string;
  readonly mappingVersion: number;
  /** How the file was read: see mappingHash. */
  readonly mappingHash: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly rowsRead: number;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly rowsUnchanged: number;
  readonly rowsRemoved: number;
  readonly rowsRejected: number;
  readonly outcome: 'COMMITTED' | 'UNDONE' | 'REFUSED';
  /** Code of the refusal. */
  readonly reason: string | null;
  readonly undoneAt: string | null;
  /** 1: what it changed is no longer kept, and it cannot be undone. */
  readonly imagesForgotten: 0 | 1;
}

/** Imports whose images are kept: the last ones. They can be undone. */
export const UNDOABLE = 5;

export type StoredEntry = JournalTables['import_journal'];

/** The journal, newest first. */
export async function readJournal(tables: Kysely<JournalTables>): Promise<StoredEntry[]> {
  const rows = await tables.selectFrom('import_journal').selectAll().orderBy('id', 'desc').execute();
  return rows;
}

/** Sends a query inside the transaction that writes the entry. */
type Ask = (sql: string) => Promise<unknown>;

/** The number of the next import; the importers' lock keeps it from being given twice. */
export async function nextImportId(ask: Ask): Promise<number> {
  const [last] = (await ask('select coalesce(max(id), 0) as last from import_journal')) as { last: number | string }[];
  return Number(last?.last ?? 0) + 1;
}

/** Adds an entry inside a transaction of the history. */
export async function writeEntry(entityManager: SqlEntityManager, entry: JournalEntry): Promise<void> {
  await entityManager.insertMany(ImportJournalRow, [entry]);
}

/** Adds an entry inside a session's transaction. */
export async function writeEntryInSession(session: BulkSession, entry: JournalEntry): Promise<void> {
  const columns = Object.keys(entry).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const places = columns.map(() => '?').join(', ');
  await session.run(`insert into import_journal (${columns.join(', ')}) values (${places})`, Object.values(entry) as BulkValue[]);
}
