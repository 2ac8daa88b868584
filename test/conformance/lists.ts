/** An instant before everything: the feed of changes begins there. */
export const FIRST_INSTANT = '0001-01-01T00:00:00Z';

interface List {
  readonly field: string;
  readonly orders: readonly (string | null)[];
  /** Arguments without which the list is not answered, as GraphQL text. */
  readonly required?: string;
}

/** Every list of a door, with its orders; a list without orders goes by id or by its text's own order. */
export const lists: readonly List[] = [
  { field: 'statements', orders: ['ID_ASC', 'PERIOD_ASC', 'PERIOD_DESC', 'KNOWN_FROM_DESC'] },
  { field: 'actions', orders: ['ID_ASC', 'START_ASC', 'START_DESC'] },
  { field: 'organizations', orders: [null] },
  { field: 'units', orders: [null] },
  { field: 'programs', orders: [null] },
  { field: 'aid', orders: [null] },
  { field: 'commitments', orders: [null] },
  { field: 'practices', orders: [null] },
  { field: 'changes', orders: [null], required: `since: "${FIRST_INSTANT}"` },
];

/** A list with its arguments, as GraphQL text. */
export function askList({ field, required = '' }: List, rest: string, order: string | null = null): string {
  return `${field}(${[required, order === null ? '' : `orderBy: ${order}`, rest].filter(Boolean).join(', ')})`;
}
