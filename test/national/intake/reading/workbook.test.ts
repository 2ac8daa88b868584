import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openSourceTable } from '../../../../subgraphs/national/intake/reading/open-source-table.ts';
import type { SourceOptions } from '../../../../subgraphs/national/intake/reading/source-options.ts';
import { meaningOf } from '../../../../subgraphs/national/intake/reading/xlsx/read-styles.ts';
import { serialDate, serialTime } from '../../../../subgraphs/national/intake/reading/xlsx/serial-date.ts';
import { temporaryFolder } from '../../../harness/temporary-folder.ts';
import { makeWorkbook, type WorkbookCell, type WorkbookOptions } from './make-workbook.ts';
import { readAll, type ReadTable } from './read-all.ts';

const folder = await temporaryFolder();
let written = 0;

function read(options: WorkbookOptions, how: SourceOptions = {}): Promise<ReadTable> {
  const file = join(folder, `${++written}.xlsx`);
  writeFileSync(file, makeWorkbook(options));
  return readAll(file, how);
}

const rowsWith = (place: string): WorkbookCell[][] => [['place'], [place]];
const bad = (xml: string): WorkbookCell => ({ xml });
const styled = (value: string | number, style = 1): WorkbookCell => ({ xml: `<c r="{r}" s="${style}"><v>${value}</v></c>` });

test('cells keep what they are: text, numbers written plainly, dates, times, booleans, nothing', async () => {
  const { table, rows } = await read({
    formats: ['dd.mm.yyyy', '[h]:mm', 'dd.mm.yyyy hh:mm', '0.00" дней"'],
    shared: ['Алматы', '<r><t>жирный </t></r><r><t>текст</t></r><rPh><t>чтение</t></rPh>'],
    sheets: [
      {
        name: 'Волонтёры',
        rows: [
          ['text', 'number', 'date', 'duration', 'moment', 'days', 'yes', 'shared', 'rich', 'nothing'],
          [
            ' 007 ',
            styled('5.0999999999999996', 0),
            styled(45292),
            styled(1.5, 2),
            styled(45292.75, 3),
            styled(12, 4),
            true,
            { xml: '<c r="{r}" t="s"><v>0</v></c>' },
            { xml: '<c r="{r}" t="s"><v>1</v></c>' },
            null,
          ],
          ['_x0041_x', styled('1.5E-5', 0), styled(45292.5), styled(0.25, 2), null, null, false, null, null, null],
        ],
      },
    ],
  });
  expect([table.format, table.sheet, table.headerRow, table.encoding]).toEqual(['XLSX', 'Волонтёры', 1, null]);
  expect(rows).toEqual([
    {
      row: 2,
      cells: ['007', '5.1', '2024-01-01', '36:00:00', '2024-01-01T18:00:00', '12', 'true', 'Алматы', 'жирный текст', null],
      kinds: 'sndtdnbss_',
    },
    { row: 3, cells: ['Ax', '0.000015', '2024-01-01T12:00:00', '06:00:00', null, null, 'false', null, null, null], kinds: 'sndt__b___' },
  ]);
});

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [59.999999, false, '1900-02-28T23:59:59'],
  [60, false, null],
  [61, false, '1900-03-01'],
  [45292, false, '2024-01-01'],
  [45292.999999, false, '2024-01-01T23:59:59'],
  [45292.99999999999, false, '2024-01-02'],
  [2_958_465, false, '9999-12-31'],
  [2_958_465.999999, false, '9999-12-31T23:59:59'],
  [2_958_466, false, null],
  [0, false, null],
  [-1, false, null],
  [0, true, '1904-01-01'],
  [43_830, true, '2024-01-01'],
  [2_957_003, true, '9999-12-31'],
  [2_957_004, true, null],
  [2_958_465, true, null],
])('day %d, from 1904: %s, is %s', (serial, isEpoch1904, date) => expect(serialDate(serial, isEpoch1904)).toBe(date));

test('a time is counted in days', () => expect([0, 0.5, 1.75].map(serialTime)).toEqual(['00:00:00', '12:00:00', '42:00:00']));

test.each([
  ['dd.mm.yyyy', 'date'],
  ['mmmm', 'date'],
  ['[$-419]d mmm yy;@', 'date'],
  ['h:mm', 'time'],
  ['mm:ss.0', 'time'],
  ['[h]:mm:ss', 'duration'],
  ['0.00', 'number'],
  ['General', 'number'],
  ['# ##0" дней"', 'number'],
  ['[Red]0', 'number'],
  ['0.00E+00', 'number'],
  ['#,##0\\ "days"', 'number'],
])('the format %s makes a %s', (code, meaning) => expect(meaningOf(code)).toBe(meaning));

test('merged and several header rows are joined, below a title, above a row of numbers', async () => {
  const { table, rows, warnings } = await read({
    sheets: [
      {
        merged: ['A1:E1', 'A3:A4', 'B3:C3', 'D3:E3'],
        rows: [
          ['Отчёт о волонтёрах за 2024 год', null, null, null, null],
          [],
          ['Регион', 'Адрес', null, 'Часы', null],
          [null, 'Город', 'Улица', 'План', 'Факт'],
          [1, 2, 3, 4, 5],
          ['Алматы', 'Алматы', 'Абая', 5, 4],
          ['Итого', null, null, 5, 4],
        ],
      },
    ],
  });
  expect(table.headers).toEqual(['Регион', 'Адрес / Город', 'Адрес / Улица', 'Часы / План', 'Часы / Факт']);
  expect([table.headerRow, rows.map(({ row }) => row)]).toEqual([4, [6]]);
  expect(warnings).toEqual(['1 TITLE_ROW', '3 HEADER_ROWS_JOINED', '5 NUMBERING_ROW', '7 TOTALS_ROW']);
});

test('hidden rows and columns are read, and told', async () => {
  const rows = [
    ['region', 'hours'],
    ['KZ-75', 4],
    ['KZ-71', 5],
  ];
  const { rows: found, warnings } = await read({ sheets: [{ rows, hiddenRows: [3], hiddenColumns: true }] });
  expect([found.length, warnings]).toEqual([2, ['file HIDDEN_COLUMN', '3 HIDDEN_ROW']]);
});

test('the first visible sheet is read unless another is named; every other is told', async () => {
  const sheets = [
    { name: 'Черновик', state: 'hidden' as const, rows: rowsWith('a') },
    { name: 'Данные', rows: rowsWith('b') },
    { name: 'Архив', rows: rowsWith('c') },
  ];
  const first = await read({ sheets });
  expect([first.table.sheet, first.rows[0]?.cells, first.warnings]).toEqual([
    'Данные',
    ['b'],
    ['Черновик HIDDEN_SHEET', 'Архив OTHER_SHEET'],
  ]);
  const hidden = await read({ sheets }, { sheet: 'Черновик' });
  expect([hidden.rows[0]?.cells, hidden.warnings[0]]).toEqual([['a'], 'Черновик SHEET_IS_HIDDEN']);
  await expect(read({ sheets }, { sheet: 'Лист9' })).rejects.toMatchObject({
    code: 'SHEET_UNKNOWN',
    accepted: ['Черновик', 'Данные', 'Архив'],
  });
});

test('what is wrong in a cell is a located fault of its row, and the rows around it are read', async () => {
  const { rows } = await read({
    formats: ['dd.mm.yyyy'],
    sheets: [
      {
        rows: [
          ['region', 'hours'],
          ['a', 1],
          ['b', bad('<c r="{r}" t="e"><v>#N/A</v></c>')],
          ['c', bad('<c r="{r}"><f>SUM(A1:A2)</f></c>')],
          ['d', bad('<c r="{r}"><f>SUM(A1:A2)</f><v></v></c>')],
          ['e', bad('<c r="{r}" s="1"><v>60</v></c>')],
          ['f', bad('<c r="{r}"><v>many</v></c>')],
          ['g', bad('<c r="{r}" t="s"><v>99</v></c>')],
          ['h', bad('<c r="{r}" t="str"><f>""</f><v></v></c>')],
          ['i', bad('<c r="{r}"><f>1+1</f><v>2</v></c>')],
          ['j', 1, 'beside'],
        ],
      },
    ],
  });
  expect(
    rows.map(({ row, cells, faults = [] }) => [row, cells[1], ...faults.map(({ code, column }) => `${column?.letter} ${code}`)]),
  ).toEqual([
    [2, '1'],
    [3, null, 'B CELL_ERROR'],
    [4, null, 'B FORMULA_WITHOUT_VALUE'],
    [5, null, 'B FORMULA_WITHOUT_VALUE'],
    [6, null, 'B DATE_IMPOSSIBLE'],
    [7, null, 'B NUMBER_INVALID'],
    [8, null, 'B CELL_BROKEN'],
    [9, null],
    [10, '2'],
    [11, '1', 'C ROW_TOO_LONG'],
  ]);
});

test('cells beyond the limit of columns make their row too long and no wider, and all of them are still there', async () => {
  const far = (column: string, row: number): WorkbookCell => bad(`<c r="${column}${row}"><v>${row}</v></c>`);
  const { rows } = await read({
    sheets: [
      {
        rows: [
          ['region', 'hours'],
          ['a', 1, far('BXX', 2)],
          ['b', 2, far('BXY', 3), far('XFC', 3), far('XFD', 3)],
          ['c', 3, bad('<c r="XFD4" t="e"><v>#N/A</v></c>')],
          ['d', 4],
        ],
      },
    ],
  });
  const found = rows.map(({ row, cells, faults = [] }) => [
    row,
    cells.length,
    ...cells.filter((cell) => cell !== null),
    ...faults.map(({ code, column }) => `${column?.letter} ${code}`),
  ]);
  expect(found).toEqual([
    [2, 2_000, 'a', '1', '2', 'C ROW_TOO_LONG'],
    [3, 2_003, 'b', '2', '3', '3', '3', 'C ROW_TOO_LONG'],
    [4, 2, 'c', '3', 'XFD CELL_ERROR'],
    [5, 2, 'd', '4'],
  ]);
  await expect(read({ sheets: [{ rows: [['region', bad('<c r="XFD1" t="str"><v>hours</v></c>')], ['a']] }] })).rejects.toMatchObject({
    code: 'COLUMNS_TOO_MANY',
    rule: 'the header has more than 2000 columns, and no more are read; remove those that are too much',
  });
});

test('rows are handed on sooner where they are wide', async () => {
  const wide = Array.from({ length: 4_000 }, (_, index): WorkbookCell[] => [index, bad(`<c r="BXX${index + 2}"><v>${index % 97}</v></c>`)]);
  const file = join(folder, 'wide.xlsx');
  writeFileSync(file, makeWorkbook({ sheets: [{ rows: [['region', 'hours'], ...wide] }] }));
  const table = await openSourceTable(file);
  const sizes: number[] = [];
  for await (const rows of table.rows()) sizes.push(rows.reduce((sum, { cells }) => sum + cells.length, 0));
  await table.close();
  // A limit of 100,000 cells, and what one piece of an inflated sheet holds on top of it.
  expect(Math.max(...sizes)).toBeLessThan(1_000_000);
});

test('a table may be closed before, amid and after its rows', async () => {
  const many = Array.from({ length: 30_000 }, (_, index) => [`region ${index}`, index]);
  const file = join(folder, 'closed.xlsx');
  writeFileSync(file, makeWorkbook({ sheets: [{ rows: [['region', 'hours'], ...many] }] }));
  for (const batches of [0, 1, 5, Number.POSITIVE_INFINITY]) {
    const table = await openSourceTable(file);
    let taken = 0;
    if (batches > 0) for await (const _ of table.rows()) if (++taken === batches) break;
    await table.close();
    expect(taken).toBeGreaterThanOrEqual(Math.min(batches, 5));
  }
});
