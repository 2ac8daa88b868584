import { expressionBuilder } from 'kysely';
import { type Condition, isOneOf } from '../conditions.ts';

/** The statement stands in a source with one of the keys; no condition when nothing was asked. */
export function isFromSources(keys: readonly string[] | null | undefined): Condition[] {
  if (keys == null) return [];
  if (keys.length === 0) return isOneOf('source_id', []);
  const expression = expressionBuilder<Record<string, Record<string, string>>, string>();
  const sources = expression
    .selectFrom('source')
    .select('source.id')
    .where('source.key', 'in', [...keys]);
  return [expression('source_id', 'in', sources as never)];
}
