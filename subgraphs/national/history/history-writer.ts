import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Kysely } from 'kysely';
import { type ChangeCause, ChangeRow } from '../publications/change/row.ts';
import type { PublicationTables } from '../publications/tables.ts';

/** One transaction that changes what is published, and its place in the feed. Made by writeHistory. */
export class HistoryWriter {
  readonly entityManager: SqlEntityManager;
  /** The instant of the transaction's changes, RFC 3339. */
  readonly at: string;
  /** Number of the import that the work takes back; its withdrawals do not use ids up. */
  undoneImport: number | null = null;
  #lastSeq: number;

  constructor(entityManager: SqlEntityManager, { lastSeq, at }: { readonly lastSeq: number; readonly at: string }) {
    this.entityManager = entityManager;
    this.#lastSeq = lastSeq;
    this.at = at;
  }

  /** The tables as the transaction sees them. */
  get tables(): Kysely<PublicationTables> {
    return this.entityManager.getKysely();
  }

  /** Adds one change for each id to the feed, in their order. It comes before the rows themselves are touched: the database insists. */
  async record(cause: ChangeCause, type: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const op = cause === 'PUBLISHED' ? 'UPSERT' : 'DELETE';
    const undoneImport = cause === 'WITHDRAWN' ? this.undoneImport : null;
    const changes = ids.map((entity, index) => ({ seq: this.#lastSeq + 1 + index, op, cause, type, entity, at: this.at, undoneImport }));
    await this.entityManager.insertMany(ChangeRow, changes);
    this.#lastSeq += ids.length;
  }
}
