import { type Kysely, sql, type SqlBool } from 'kysely';
import type { QualityArguments } from '../../../../contract/arguments/quality-arguments.ts';
import { readCursor, writeCursor } from '../../../../contract/connections/cursor.ts';
import { QualityFindingConnection } from '../../../../contract/connections/quality-finding-connection.ts';
import { contractError } from '../../../../contract/errors.ts';
import { QualityFinding } from '../../../../contract/values/quality-finding.ts';
import { mergeSelections, type Selection, selectedBelow } from '../../../../serving/selection.ts';
import type { RequestContext } from '../../../access/request-context.ts';
import { qualityRules } from '../quality-rules.ts';
import type { QualityTables } from './quality-tables.ts';

/**
 * A page of the findings of one check, along their numbers.
 * Errors  CURSOR_INVALID, also for a cursor of an earlier check
 */
export async function readFindings(
  tables: Kysely<QualityTables>,
  check: number,
  { first, after, rule, severity }: QualityArguments,
  selection: Selection,
  context: RequestContext,
): Promise<QualityFindingConnection> {
  const identity = { list: `${context.network.country}:quality-finding`, order: 'SEQ_ASC', filter: { check, rule, severity } };
  const behind = after == null ? null : seqOf(readCursor(identity, after).key);
  const asked = tables
    .selectFrom('quality_finding')
    .where('check_id', '=', check)
    .$if(rule != null, (rows) => rows.where('rule', '=', rule ?? ''))
    .$if(severity != null, (rows) => rows.where('severity', '=', severity ?? ''));
  const [rows, counted] = await Promise.all([
    asked
      .selectAll()
      .where(behind === null ? sql<SqlBool>`1 = 1` : sql<SqlBool>`seq > ${behind}`)
      .orderBy('seq')
      .limit(first + 1)
      .execute(),
    selection.has('totalCount') ? asked.select(({ fn }) => fn.countAll().as('rows')).executeTakeFirstOrThrow() : null,
  ]);
  const unitSelection = mergeSelections(selectedBelow(selection, 'nodes', 'unit'), selectedBelow(selection, 'edges', 'node', 'unit'));
  const edges = await Promise.all(
    rows.slice(0, first).map(async ({ seq, rows: numbers, unit_id: unit, field, ...row }) => {
      const family = qualityRules.find(({ code }) => code === row.rule)?.family;
      const names = { ...row, column: field, family, rows: JSON.parse(numbers) as number[] };
      const node = Object.assign(new QualityFinding(), names, { unit: await context.load.reference(unit, unitSelection) });
      return { cursor: writeCursor(identity, { key: seq, id: String(seq) }), node };
    }),
  );
  return Object.assign(new QualityFindingConnection(), {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: counted && Number(counted.rows),
  });
}

function seqOf(key: string | number): number {
  if (typeof key !== 'number' || !Number.isSafeInteger(key)) throw contractError('CURSOR_INVALID');
  return key;
}
