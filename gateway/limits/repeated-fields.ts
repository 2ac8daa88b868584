import { Kind, visit, type DocumentNode, type GraphQLError, type SelectionSetNode } from 'graphql';
import { refusal } from './errors.ts';
import type { GatewayLimits } from './limits.ts';

/**
 * Refuses a query that repeats one name too often in one place: the specification has every two of them compared, with all that stands below them, so a
 * document of 2,000 tokens would keep validation busy for longer than a hundred answers.
 * Errors  TOO_MANY_FIELDS
 */
export function findRepeatedFieldFault(document: DocumentNode, { maxRepeatedFields: max }: GatewayLimits): GraphQLError | null {
  if (max === 0) return null;
  let found = 0;
  visit(document, {
    SelectionSet(selectionSet, _key, parent) {
      // What an inline fragment holds stands in the selection around it, and was counted there.
      if (parent !== undefined && !Array.isArray(parent) && 'kind' in parent && parent.kind === Kind.INLINE_FRAGMENT) return;
      const times = new Map<string, number>();
      countNames(selectionSet, times);
      for (const count of times.values()) found = Math.max(found, count);
    },
  });
  return found > max ? refusal('TOO_MANY_FIELDS', { found, max, where: 'of one name in one place' }) : null;
}

function countNames({ selections }: SelectionSetNode, times: Map<string, number>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) countNames(selection.selectionSet, times);
    else if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      times.set(name, (times.get(name) ?? 0) + 1);
    }
  }
}
