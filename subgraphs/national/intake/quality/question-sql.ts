import { type RawBuilder, sql } from 'kysely';
import type { CheckedTables, QualityRule, RowsByMonth, TableQuestion } from '../quality-rule.ts';

/** Rules whose question is a condition on a row beside its person. */
export type Conditions = readonly (readonly [QualityRule, TableQuestion])[];

/** `n0`, `n1`, …: 1 where the row fulfils the condition of that place in the list. */
export function flagsOf(conditions: Conditions): RawBuilder<unknown> {
  return sql.join(conditions.map(([, { where }], index) => sql`case when ${where} then 1 else 0 end as ${sql.ref(`n${index}`)}`));
}

/** `n0`, `n1`, …: how many rows of a group fulfil each. */
export function sumsOf(conditions: Conditions): RawBuilder<unknown> {
  return sql.join(conditions.map(([, { where }], index) => sql`sum(case when ${where} then 1 else 0 end) as ${sql.ref(`n${index}`)}`));
}

/** All checked rows that fulfil at least one condition, each beside its person. */
export function fromConditions(conditions: Conditions, tables: CheckedTables): RawBuilder<unknown> {
  return fromWhere(
    sql.join(
      conditions.map(([, { where }]) => sql`(${where})`),
      sql` or `,
    ),
    tables,
  );
}

/** All checked rows that fulfil a condition, each beside its person, `r` and `person`. */
export function fromWhere(condition: RawBuilder<unknown>, { rows, persons }: CheckedTables): RawBuilder<unknown> {
  return sql`from ${rows} as r left join ${persons} as person on person.owner = r.owner where r.is_checked = 1 and (${condition})`;
}

/** Rows by month: those that were there already together with those that are checked, which come by day. */
export function addDays(earlier: RowsByMonth, checked: ReadonlyMap<string, number>): RowsByMonth {
  const months = new Map(earlier);
  for (const [day, count] of checked) {
    const month = day.slice(0, 7);
    const before = months.get(month);
    months.set(month, { whole: (before?.whole ?? 0) + count, checked: (before?.checked ?? 0) + count });
  }
  return months;
}
