import type { Mapping } from '../mapping/mapping.ts';
import { columnOf } from '../quality/checked-kinds.ts';
import type { RowFault } from '../row-fault.ts';
import type { PublicationPlan } from './plan-publications.ts';

const isEmpty = (value: unknown): boolean => value == null || value === '[]';
/** The column of a data file that a property is read from: regionId comes from region. */
const fileColumnOf = (property: string): string => columnOf(property).replace(/_id$/, '');

/**
 * Tells which columns would be emptied only because the mapping does not fill them: a changed row is published as the file has it, and no more.
 * Shape   plan, mapping, all columns of the kind -> a warning about the file, or null
 */
export function emptiedFields(
  { changed }: Pick<PublicationPlan, 'changed'>,
  { columns, constants }: Mapping,
  all: readonly string[],
): RowFault | null {
  const filled = new Set([...columns.map(({ field }) => field), ...Object.keys(constants)]);
  const unfilled = new Set(all.filter((column) => !filled.has(column)));
  const emptied = new Set<string>();
  for (const { from, to } of changed) {
    for (const [property, value] of Object.entries(from.values)) {
      const column = fileColumnOf(property);
      if (unfilled.has(column) && !isEmpty(value) && isEmpty(to.values[property])) emptied.add(column);
    }
  }
  if (emptied.size === 0) return null;
  const hint = `rows that change lose what the mapping has no column for: ${[...emptied].sort().join(', ')}; name these columns as well if they are to stay`;
  return { row: null, column: null, value: null, rule: 'FIELDS_EMPTIED', hint, severity: 'WARNING' };
}
