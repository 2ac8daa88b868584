import type { StatementOrder } from '../../../contract/arguments/statement-order.ts';
import type { StatementsArguments } from '../../../contract/arguments/statements-arguments.ts';
import type { Connection } from '../../../contract/connections/connection-of.ts';
import type { Statement } from '../../../contract/values/statement.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { SortOrder } from '../../../storage/keyset-page.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { type Condition, isClassified, isInRegions, isOfCountry, isOneOf, sharesDay } from '../conditions.ts';
import { listPublications } from '../list-publications.ts';
import { isFromSources } from './is-from-sources.ts';
import { statementPublication } from './publication.ts';
import { sql, type SqlBool } from 'kysely';

const ORDERS: Readonly<Record<StatementOrder, SortOrder>> = {
  ID_ASC: { column: 'id', direction: 'asc' },
  PERIOD_ASC: { column: 'period_ascending', direction: 'asc' },
  PERIOD_DESC: { column: 'period_descending', direction: 'desc' },
  KNOWN_FROM_DESC: { column: 'known_from', direction: 'desc' },
};

/** The network's statements as they stand, or as they stood on the day of `asOf`. */
export function listStatements(query: StatementsArguments, selection: Selection, context: RequestContext): Promise<Connection<Statement>> {
  const { orderBy, asOf } = query;
  const filter = query.filter ?? {};
  // Every statement of the door is REPORTED: asking for COUNTED alone leaves nothing.
  const bases: Condition[] = filter.bases == null || filter.bases.includes('REPORTED') ? [] : isOneOf('id', []);
  const conditions = [
    isShownOn(asOf),
    ...isOneOf('id', filter.ids),
    ...isOfCountry(context.network.country, filter.countries),
    ...isOneOf('subject_id', filter.subjects),
    ...isOneOf('subject_kind', filter.subjectKinds),
    ...isOneOf('indicator', filter.indicators),
    ...isOneOf('definition', filter.definitions),
    ...isInRegions('region_id', filter.regions),
    ...isClassified('LEVEL', 'id', filter.levels),
    ...isOneOf('qualifier', filter.qualifiers),
    ...sharesDay(filter.period),
    ...bases,
    ...isFromSources(filter.sourceKeys),
  ];
  const order = { name: orderBy, by: ORDERS[orderBy] };
  const cursorFilter = { filter, asOf };
  return listPublications(statementPublication, { page: query, conditions, order, filter: cursorFilter }, selection, context);
}

/** Known by that day and not superseded by then; without a day, not superseded at all. */
function isShownOn(asOf: string | null | undefined): Condition {
  if (asOf == null) return sql<SqlBool>`superseded_from is null`;
  return sql<SqlBool>`(known_from <= ${asOf} and (superseded_from is null or superseded_from > ${asOf}))`;
}
