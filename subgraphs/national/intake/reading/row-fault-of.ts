import type { RowFault } from '../row-fault.ts';
import type { SourceFault } from './source-fault.ts';
import type { SourceRow } from './source-table.ts';

/**
 * A fault that reading found in a row, as intake tells it.
 * Shape   fault, its row, the names of the columns -> fault of the row; `value` is the cell as it could be read
 */
export function rowFaultOf(fault: SourceFault, { row, cells }: Pick<SourceRow, 'row' | 'cells'>, headers: readonly string[]): RowFault {
  const { column } = fault;
  const name = column === null ? undefined : (column.name ?? headers[column.index]);
  return {
    row,
    column: column === null ? null : `${column.letter}${name === undefined ? '' : ` "${name}"`}`,
    // A cell beyond the header belongs to no column: it is told with the others that are too much.
    value: column === null || column.index >= headers.length ? null : (cells[column.index] ?? null),
    rule: fault.code,
    hint: fault.rule,
    severity: 'ERROR',
  };
}
