import { searchText } from '../../../contract/text/search-text.ts';
import { columnLetter } from '../reading/column-letter.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';

/** A column of the mapping and where the file has it. */
export interface BoundColumn {
  readonly column: ColumnMapping;
  /** Index of the cell, from 0. */
  readonly index: number;
  /** Letter and name, `E "Часы"`: how faults name it. */
  readonly label: string;
}

/** How a mapping fits the headers of a file. */
export interface BoundColumns {
  readonly bound: readonly BoundColumn[];
  /** Headers of the file that the mapping does not name: they are left out. */
  readonly unmapped: readonly string[];
  /** Headers of the mapping that the file does not have. */
  readonly missing: readonly string[];
}

/** Finds the columns of a mapping among the headers of a file, in any order, whatever their case, blanks, quotation marks and look-alike letters. */
export function bindColumns(headers: readonly string[], mapping: Mapping): BoundColumns {
  const places = new Map(headers.map((header, index) => [searchText(header), index]));
  const found = mapping.columns.map((column) => ({ column, index: places.get(searchText(column.header)) ?? -1 }));
  const bound = found.flatMap(({ column, index }) => (index < 0 ? [] : [{ column, index, label: labelOf(index, headers[index] ?? '') }]));
  const taken = new Set(bound.map(({ index }) => index));
  return {
    bound,
    unmapped: headers.filter((_, index) => !taken.has(index)),
    missing: found.filter(({ index }) => index < 0).map(({ column }) => column.header),
  };
}

/** Letter and name of a column. */
export function labelOf(index: number, header: string): string {
  return `${columnLetter(index)} "${header}"`;
}
