import type { Kysely } from 'kysely';
import { typeOfId } from '../../../contract/identifiers/published-id.ts';
import type { HistoryWriter } from '../../history/history-writer.ts';
import { insertRows } from '../../history/insert-rows.ts';
import { publishRows } from '../../history/publish-rows.ts';
import { withdrawPublication } from '../../history/withdraw-publication.ts';
import { publishedTables } from '../../publications/published-tables.ts';
import { rowsOf } from './apply-publications.ts';
import type { JournalTables } from './journal.ts';
import { attachedEntity, readWhole, type WholePublication } from './publication-table.ts';

/**
 * Takes one import of publications back through the history, inside its transaction; it must be the newest that stands. What it brought is withdrawn,
 * what it changed is published as it was. Statements are never changed: one that was superseded goes and comes back, and the feed tells both.
 */
export async function undoPublications(writer: HistoryWriter, importId: number): Promise<void> {
  const journal = writer.tables as unknown as Kysely<JournalTables>;
  const images = await journal
    .selectFrom('import_publication')
    .select(['publication_id', 'stood'])
    .where('import_id', '=', importId)
    .orderBy('publication_id')
    .execute();
  writer.undoneImport = importId;
  for (const { publication_id: id, stood } of images) if (stood === null) await withdrawPublication(writer, id);
  for (const { publication_id: id, stood } of images) if (stood !== null) await bringBack(writer, id, stood);
  writer.undoneImport = null;
  await writer.entityManager.execute('delete from import_publication where import_id = ?', [importId]);
}

async function bringBack(writer: HistoryWriter, id: string, stood: string): Promise<void> {
  const published = publishedTables.find(({ idType }) => idType === typeOfId(id));
  if (published === undefined) throw new TypeError(`${id} is of no published table`);
  const { values, attached } = JSON.parse(stood) as Pick<WholePublication, 'values' | 'attached'>;
  const isThere = (await readWhole(writer.tables, published, [id])).has(id);
  if (isThere && published.table !== 'statement') {
    await publishRows(writer, rowsOf([{ id, published, values, attached }]));
    return;
  }
  if (isThere) await withdrawPublication(writer, id);
  await insertRows(writer, published, [values]);
  for (const [table, rows] of Object.entries(attached)) await writer.entityManager.insertMany(attachedEntity(table), [...rows] as never);
}
