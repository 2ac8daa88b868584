import { sql } from 'kysely';
import type { AskTables, CheckedTables, SummaryFault } from '../quality-rule.ts';

/** Of fewer rows a share says little. */
export const LEAST_ROWS = 50;

type Share = Omit<SummaryFault, 'expected' | 'hint'>;

/**
 * How many of the checked rows fulfil a condition, for each of some fields, in one reading of the table.
 * Shape   fields, condition of each as SQL, condition of the rows that count -> a share for every field with at least one such row; none below LEAST_ROWS rows
 */
export async function measureShare(
  ask: AskTables,
  { rows }: CheckedTables,
  fields: readonly string[],
  condition: (field: string) => string,
  counted = '1 = 1',
): Promise<Share[]> {
  const sums = fields.map((field, index) => sql`sum(case when ${sql.raw(condition(field))} then 1 else 0 end) as ${sql.ref(`n${index}`)}`);
  const [answer] = await ask(
    sql<Record<string, number>>`select count(*) as whole, ${sql.join(sums)} from ${rows} as r where is_checked = 1 and ${sql.raw(counted)}`,
  );
  const whole = answer?.['whole'] ?? 0;
  if (whole < LEAST_ROWS) return [];
  return fields.flatMap((field, index) => {
    const count = answer?.[`n${index}`] ?? 0;
    return count === 0 ? [] : [{ field, count, actual: count / whole, period: null }];
  });
}
