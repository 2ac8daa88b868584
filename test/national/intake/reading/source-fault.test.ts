import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { columnIndex, columnLetter } from '../../../../subgraphs/national/intake/reading/column-letter.ts';
import { SourceFault } from '../../../../subgraphs/national/intake/reading/source-fault.ts';
import { sourceFaults } from '../../../../subgraphs/national/intake/reading/source-faults.ts';
import { sourceFormats } from '../../../../subgraphs/national/intake/reading/source-table.ts';
import { SourceWarnings } from '../../../../subgraphs/national/intake/reading/source-warning.ts';

test('a fault says where it is, what is wrong and what to do', () => {
  const fault = new SourceFault('ROW_TOO_LONG', { row: 17, column: 27, name: 'hours' }, { found: 29, limit: 28 });
  expect(fault).toMatchObject({ code: 'ROW_TOO_LONG', row: 17, column: { index: 27, letter: 'AB', name: 'hours' } });
  expect(fault.message).toBe(
    'row 17, column AB (hours): the row has 29 cells, the header 28; quote a cell that holds the separator, or remove what is too much',
  );
});

test('a fault that asks for a choice names what is accepted', () => {
  const fault = new SourceFault('FORMAT_UNKNOWN', {}, { found: 'a PDF', accepted: sourceFormats });
  expect(fault.accepted).toEqual(['CSV', 'XLSX', 'JSON', 'NDJSON']);
  expect(fault.message).toBe('this is a PDF, not a table; accepted: CSV, XLSX, JSON, NDJSON');
});

test('ERRORS.md lists every fault of a file, and no other', async () => {
  const page = await readFile(new URL('../../../../schema/ERRORS.md', import.meta.url), 'utf8');
  const section = page.split('## Files that are ').find((part) => part.startsWith('read\n')) ?? '';
  const listed = [...section.matchAll(/^\| `([A-Z_]+)` \| the (?:file|row) \| .+ \|$/gm)].map(([, code]) => code);
  expect(listed).toEqual(Object.keys(sourceFaults));
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [16_383, 'XFD'],
])('column %d has the letters %s', (index, letter) => {
  expect([columnLetter(index), columnIndex(`${letter}7`)]).toEqual([letter, index]);
});

test('a million warnings of one kind are told as many, not kept one by one', () => {
  const warnings = new SourceWarnings();
  for (let row = 1; row <= 1_000_000; row++) warnings.add('BLANK_ROWS', { row });
  warnings.add('TOTALS_ROW', { row: 7 });
  expect(warnings.list).toHaveLength(202);
  expect(warnings.list.at(-2)).toMatchObject({ code: 'MORE_WARNINGS', row: 201 });
  expect(warnings.list.at(-1)).toEqual({ code: 'TOTALS_ROW', row: 7, message: 'row 7 is a total of other rows and was skipped' });
});
