import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { FaultList } from '../../../../subgraphs/national/intake/import/fault-list.ts';
import type { RowFault } from '../../../../subgraphs/national/intake/row-fault.ts';

const faultWith = (row: number, value: string | null): RowFault => ({
  row,
  column: 'A "name"',
  value,
  rule: 'VALUE_TOO_LONG',
  hint: 'shorten it',
  severity: 'ERROR',
});

test.each([
  ['nothing', null, null],
  ['a short cell', 'Ақтау', 'Ақтау'],
  ['a cell of two hundred characters', 'ж'.repeat(200), 'ж'.repeat(200)],
  ['one character more', 'ж'.repeat(201), `${'ж'.repeat(199)}…`],
  ['a character of two halves where it is cut', `${'ж'.repeat(198)}\u{1F600}\u{1F600}`, `${'ж'.repeat(198)}…`],
])('of a cell at fault its beginning is told: %s', (_, value, told) => {
  const faults = new FaultList();
  faults.add(faultWith(2, value));
  expect(faults.ofRow(2)).toEqual([faultWith(2, told)]);
});

test('faults do not keep alive the text that their cells were cut from', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const faults = new FaultList();
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let row = 1; row <= 1_000; row++) {
    const piece = `${row};${'x'.repeat(50_000)}`;
    faults.add(faultWith(row, piece.slice(10, 60)));
    faults.add(faultWith(row, piece.slice(0, 40_000)));
  }
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(5_000_000);
  expect(faults.errorRows.size).toBe(1_000);
});
