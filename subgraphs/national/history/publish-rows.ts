import type { PublicationRows } from '../publications/publication-rows.ts';
import { attachedTables, type PublishedTable, publishedTables } from '../publications/published-tables.ts';
import { StatementRow } from '../publications/statement/row.ts';
import { HistoryRefused } from './history-refused.ts';
import type { HistoryWriter } from './history-writer.ts';
import { insertRows, type PublishedRow } from './insert-rows.ts';
import { presentIds } from './present-ids.ts';
import { removeAttached } from './remove-attached.ts';

/** Rows of one SQL statement: its text stays small beside the memory of a process. */
const ROWS_AT_ONCE = 1_000;

/**
 * Publishes rows: the only way by which they get in. Each is in the feed as an UPSERT of the same transaction. A row whose id is published
 * replaces the one that has it, together with its classification and codes.
 * Errors  HistoryRefused: STATEMENT_EXISTS, for a statement is never replaced; SUPERSEDES_UNASKED; ID_WITHDRAWN
 */
export async function publishRows(writer: HistoryWriter, rows: PublicationRows): Promise<void> {
  for (const published of publishedTables) {
    for (const some of inParts(rows.get(published.entity) ?? [])) await publishSome(writer, published, some as readonly PublishedRow[]);
  }
  for (const { entity } of attachedTables) {
    for (const some of inParts(rows.get(entity) ?? [])) await writer.entityManager.insertMany(entity, [...some] as never);
  }
}

async function publishSome(writer: HistoryWriter, published: PublishedTable, rows: readonly PublishedRow[]): Promise<void> {
  const present = await presentIds(
    writer,
    published,
    rows.map(({ id }) => id),
  );
  if (published.entity === StatementRow) assertOnlyNew(rows, present);
  await insertRows(
    writer,
    published,
    rows.filter(({ id }) => !present.has(id)),
  );
  await replaceRows(
    writer,
    published,
    rows.filter(({ id }) => present.has(id)),
  );
}

function assertOnlyNew(statements: readonly PublishedRow[], present: ReadonlySet<string>): void {
  for (const { id, supersedes } of statements) {
    if (present.has(id)) throw new HistoryRefused('STATEMENT_EXISTS', id);
    if (supersedes != null) throw new HistoryRefused('SUPERSEDES_UNASKED', id);
  }
}

async function replaceRows(writer: HistoryWriter, { entity, type }: PublishedTable, rows: readonly PublishedRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await writer.record('PUBLISHED', type, ids);
  await removeAttached(writer, ids);
  for (const { id, ...values } of rows) await writer.entityManager.nativeUpdate(entity, { id }, values as never);
}

function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) yield rows.slice(start, start + ROWS_AT_ONCE);
}
