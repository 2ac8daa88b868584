import { sql } from 'kysely';
import type { AskTables, CheckedTables, ShareQuestion, SummaryFault } from '../quality-rule.ts';
import { columnOf } from './checked-kinds.ts';
import type { ShareTally } from './share-tally.ts';

/** Of fewer rows a share says little. */
export const LEAST_ROWS = 50;

/**
 * The shares of the checked rows that are above what a question allows, each field's in the same reading of the table.
 * Shape   question, kind, rows that were counted elsewhere -> a fault for every field whose share is too high; none below LEAST_ROWS rows
 */
export async function measureShare(
  ask: AskTables,
  { rows }: CheckedTables,
  question: ShareQuestion,
  kind: string,
  tally: ShareTally | null,
): Promise<SummaryFault[]> {
  const { counted, met, most, expected = most, hint } = question;
  const fields = question.fields(kind);
  const sums = fields.flatMap((field, index) => {
    const column = columnOf(field);
    const whole = counted === undefined ? '1 = 1' : counted.sql(column);
    const part = `${whole} and ${met.sql(column)}`;
    return [whole, part].map(
      (condition, place) => sql`sum(case when ${sql.raw(condition)} then 1 else 0 end) as ${sql.ref(`n${2 * index + place}`)}`,
    );
  });
  if (sums.length === 0) return [];
  const [answer] = await ask(sql<Record<string, number>>`select ${sql.join(sums)} from ${rows} as r where is_checked = 1`);
  return fields.flatMap((field, index) => {
    const elsewhere = tally?.of(question, field) ?? { whole: 0, met: 0 };
    const whole = (answer?.[`n${2 * index}`] ?? 0) + elsewhere.whole;
    const count = (answer?.[`n${2 * index + 1}`] ?? 0) + elsewhere.met;
    const actual = count / whole;
    return whole < LEAST_ROWS || actual <= most ? [] : [{ field, count, actual, period: null, expected, hint }];
  });
}
