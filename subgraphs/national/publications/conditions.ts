import { type Expression, expressionBuilder, sql, type SqlBool } from 'kysely';
import { parseEdtf } from '../../contract/periods/parse-edtf.ts';
import type { ClassificationScheme } from './classification-row.ts';

/** Tables of any publication, as far as conditions read them. */
type AnyTables = Record<string, Record<string, string | number | null>>;
export type Condition = Expression<SqlBool>;

/** The column has one of the values; no condition when nothing was asked. */
export function isOneOf(column: string, values: readonly (string | number)[] | null | undefined): Condition[] {
  if (values == null) return [];
  // An empty list of alternatives leaves nothing: SQL has no empty `in ()`.
  if (values.length === 0) return [never()];
  return [expressionBuilder<AnyTables, string>()(column, 'in', [...values])];
}

/** The column is 1 for true and 0 for false; no condition when nothing was asked. */
export function isFlag(column: string, value: boolean | null | undefined): Condition[] {
  return value == null ? [] : isOneOf(column, [value ? 1 : 0]);
}

/** The publication has one of the codes in a scheme; no condition when nothing was asked. */
export function isClassified(scheme: ClassificationScheme, idColumn: string, codes: readonly string[] | null | undefined): Condition[] {
  if (codes == null) return [];
  if (codes.length === 0) return [never()];
  const expression = expressionBuilder<AnyTables, string>();
  const classified = expression
    .selectFrom('classification')
    .select('publication_id')
    .where('scheme', '=', scheme)
    .where('code', 'in', [...codes]);
  return [expression(idColumn, 'in', classified as never)];
}

/** The region of the row has, or had, one of the codes; a code that no region has leaves nothing. */
export function isInRegions(column: string, codes: readonly string[] | null | undefined): Condition[] {
  if (codes == null) return [];
  if (codes.length === 0) return [never()];
  const expression = expressionBuilder<AnyTables, string>();
  const regions = expression
    .selectFrom('region_code')
    .select('region_id')
    .where('value', 'in', [...codes]);
  return [expression(column, 'in', regions as never)];
}

/** The period of the row shares a day with the asked one; a period without a known end counts as its first day. */
export function sharesDay(period: string | null | undefined): Condition[] {
  const asked = period == null ? null : parseEdtf(period);
  if (asked === null) return [];
  const last = asked.end ?? asked.start;
  return [
    sql<SqlBool>`period_ascending <= ${last}`,
    sql<SqlBool>`period_start is not null`,
    sql<SqlBool>`coalesce(period_end, period_start) >= ${asked.start}`,
  ];
}

/** Filters name countries; at one country's door the others' rows are none. */
export function isOfCountry(country: string, countries: readonly string[] | null | undefined): Condition[] {
  return countries == null || countries.includes(country) ? [] : [never()];
}

function never(): Condition {
  return sql<SqlBool>`1 = 0`;
}
