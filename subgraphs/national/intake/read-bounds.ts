import { boundsOf } from '../../contract/figures/bounds-of.ts';
import { Qualifier } from '../../contract/enums/qualifier.ts';
import type { RowReader } from './row-reader.ts';

/** The columns of a number, ready to store. */
export interface StoredNumber {
  readonly value: number | null;
  readonly lower: number | null;
  readonly lowerOpen: number | null;
  readonly upper: number | null;
  readonly upperOpen: number | null;
  readonly qualifier: string;
}

/** The number of a row; the bounds follow from the words, and a row that says others is refused. */
export function readBounds(row: RowReader, valueColumn: string): StoredNumber {
  const qualifier = row.required('qualifier');
  const told = {
    value: row.number(valueColumn),
    lower: row.number('lower'),
    lowerOpen: row.flag('lower_open'),
    upper: row.number('upper'),
    upperOpen: row.flag('upper_open'),
  };
  if (qualifier in Qualifier) checkBounds(row, qualifier as Qualifier, told, valueColumn);
  return { ...told, qualifier };
}

function checkBounds(row: RowReader, qualifier: Qualifier, told: Omit<StoredNumber, 'qualifier'>, valueColumn: string): void {
  if ((qualifier === 'NO_NUMBER') !== (told.value === null)) {
    row.refuse(valueColumn, qualifier === 'NO_NUMBER' ? 'must be empty with NO_NUMBER' : `must not be empty with ${qualifier}`);
  }
  // Bounds follow from the value: where that is wrong, nothing can be said of them.
  if (row.isRefused(valueColumn)) return;
  const bounds = boundsOf(qualifier, told.value);
  if (bounds === null) return;
  const flags = {
    lowerOpen: bounds.lowerOpen === null ? null : Number(bounds.lowerOpen),
    upperOpen: bounds.upperOpen === null ? null : Number(bounds.upperOpen),
  };
  const wrong = [
    ...(bounds.lower === told.lower && flags.lowerOpen === told.lowerOpen ? [] : ['lower']),
    ...(bounds.upper === told.upper && flags.upperOpen === told.upperOpen ? [] : ['upper']),
  ];
  for (const column of wrong) {
    row.refuse(column, `${qualifier} ${told.value ?? ''} gives ${bounds.lower ?? 'none'} to ${bounds.upper ?? 'none'}`);
  }
}
