import type { Kysely, RawBuilder } from 'kysely';
import type { AskTables } from '../quality-rule.ts';

/** Names under which queries of rules count and sum. */
const COUNTED = /^(count|whole|alike|checked|n\d+)$/;

/** Sends queries of rules; PostgreSQL gives counts and sums as text, which must not be added as such. */
export function askTables(database: Kysely<never>): AskTables {
  return async <Row>(query: RawBuilder<Row>) => (await query.execute(database)).rows.map((row) => withNumbers(row));
}

function withNumbers<Row>(row: Row): Row {
  const read = row as Record<string, unknown>;
  for (const name in read) if (COUNTED.test(name)) read[name] = Number(read[name]);
  return row;
}
