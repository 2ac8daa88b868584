import { sql, type SqlBool } from 'kysely';
import type { ChangesArguments } from '../../../contract/arguments/changes-arguments.ts';
import type { Connection } from '../../../contract/connections/connection-of.ts';
import { type ListIdentity, readCursor, writeCursor } from '../../../contract/connections/cursor.ts';
import { assertPageSize } from '../../../contract/connections/page-size.ts';
import { contractError } from '../../../contract/errors.ts';
import type { Change } from '../../../contract/values/change.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import type { Condition } from '../conditions.ts';
import { CHANGE_COLUMNS, isSeq, publishChange } from './publication.ts';

/**
 * The network's changes since an instant, in the order they happened: one page along the feed's numbers, which grow with the commits.
 * Errors  PAGE_TOO_LARGE, CURSOR_INVALID
 */
export async function listChanges(
  { since, first, after }: ChangesArguments,
  selection: Selection,
  { network, database }: RequestContext,
): Promise<Connection<Change>> {
  assertPageSize(first);
  // Texts of one instant compare as equal only in one spelling: with milliseconds, as they are stored.
  const instant = new Date(since).toISOString();
  const identity = { list: `${network.country}:change`, order: 'SEQ_ASC', filter: { since: instant } };
  const begin = beginsAt(instant);
  // A cursor of this `since` stands behind its begin already; both bounds at once would read from the begin again.
  const bound = after == null ? begin : isBehind(identity, after);
  const feed = database.selectFrom('change');
  const [rows, counted] = await Promise.all([
    selection.has('nodes') || selection.has('edges') || selection.has('pageInfo')
      ? feed
          .select(CHANGE_COLUMNS)
          .where(bound)
          .orderBy('seq')
          .limit(first + 1)
          .execute()
      : [],
    selection.has('totalCount')
      ? feed
          .select(({ fn }) => fn.countAll().as('rows'))
          .where(begin)
          .executeTakeFirstOrThrow()
      : null,
  ]);
  const edges = rows.slice(0, first).map((row) => {
    const node = publishChange(row, network.country);
    return { cursor: writeCursor(identity, { key: row.seq, id: node.id }), node };
  });
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: counted && Number(counted.rows),
  };
}

/** Instants never go back along the feed, so that a `since` is a number to begin at. */
function beginsAt(instant: string): Condition {
  return sql<SqlBool>`seq >= (select since.seq from change as since where since.at >= ${instant} order by since.at, since.seq limit 1)`;
}

function isBehind(identity: ListIdentity, after: string): Condition {
  const { key } = readCursor(identity, after);
  if (!isSeq(key)) throw contractError('CURSOR_INVALID');
  return sql<SqlBool>`seq > ${key}`;
}
