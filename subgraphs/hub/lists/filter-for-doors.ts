/**
 * A filter as the doors are asked with it: without the countries, which decide whom to ask. Null: nothing narrows the list.
 */
export function filterForDoors<Filter extends { countries?: readonly string[] | null }>(filter: Filter): Omit<Filter, 'countries'> | null {
  const narrowing = Object.entries(filter).filter(([field, value]) => field !== 'countries' && value != null);
  return narrowing.length === 0 ? null : (Object.fromEntries(narrowing) as Omit<Filter, 'countries'>);
}
