import { ClassificationRow } from '../publications/classification-row.ts';
import { publishedTables } from '../publications/published-tables.ts';
import { StatementRow } from '../publications/statement/row.ts';
import { list } from '../publications/stored-values.ts';
import { HistoryRefused } from './history-refused.ts';
import type { HistoryWriter } from './history-writer.ts';
import { insertRows, type PublishedRow } from './insert-rows.ts';

/** A whole statement that stands for another from the day on which it can be known. */
export interface Correction extends PublishedRow {
  /** YYYY-MM-DD. */
  readonly knownFrom: string;
  /** The levels it covers, as stored: JSON text. */
  readonly levels: string;
}

/**
 * Corrects a statement: the correction comes in as a statement of its own that supersedes it; the old one keeps its row and its words.
 * In the feed the old one leaves before the new one comes, so that no copy ever holds both.
 * Errors  HistoryRefused: NOT_PUBLISHED, STATEMENT_SUPERSEDED, ID_WITHDRAWN; those of the database when the correction's id is taken
 */
export async function supersedeStatement(writer: HistoryWriter, supersededId: string, correction: Correction): Promise<void> {
  const statements = publishedTables.find(({ entity }) => entity === StatementRow);
  if (statements === undefined) throw new Error('statements are not a published table');
  const { id, knownFrom, levels } = correction;
  const superseded = await writer.tables.selectFrom('statement').select('superseded_by').where('id', '=', supersededId).executeTakeFirst();
  if (superseded === undefined) throw new HistoryRefused('NOT_PUBLISHED', supersededId);
  if (superseded.superseded_by !== null) throw new HistoryRefused('STATEMENT_SUPERSEDED', supersededId);

  await writer.record('SUPERSEDED', statements.type, [supersededId]);
  await insertRows(writer, statements, [{ ...correction, supersedes: supersededId, supersededBy: null, supersededFrom: null }]);
  const codes = [...new Set(list(levels))].map((code) => ({ scheme: 'LEVEL', code, publicationId: id }));
  if (codes.length > 0) await writer.entityManager.insertMany(ClassificationRow, codes);
  await writer.entityManager.nativeUpdate(StatementRow, { id: supersededId }, { supersededBy: id, supersededFrom: knownFrom });
}
