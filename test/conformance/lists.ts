/** Every list of a door, with its orders; a list without orders goes by id or by its text's own order. */
export const lists: readonly { readonly field: string; readonly orders: readonly (string | null)[] }[] = [
  { field: 'statements', orders: ['ID_ASC', 'PERIOD_ASC', 'PERIOD_DESC', 'KNOWN_FROM_DESC'] },
  { field: 'actions', orders: ['ID_ASC', 'START_ASC', 'START_DESC'] },
  { field: 'organizations', orders: [null] },
  { field: 'units', orders: [null] },
  { field: 'programs', orders: [null] },
  { field: 'aid', orders: [null] },
  { field: 'commitments', orders: [null] },
  { field: 'practices', orders: [null] },
];

/** The arguments of a list as text. */
export function listArguments(order: string | null, rest: string): string {
  return [order === null ? '' : `orderBy: ${order}`, rest].filter(Boolean).join(', ');
}
