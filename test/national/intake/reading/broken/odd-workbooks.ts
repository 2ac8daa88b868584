import { makeWorkbook, sheetXml, type WorkbookCell, type WorkbookOptions } from '../make-workbook.ts';
import { makeZip, type ZipPart } from '../make-zip.ts';
import type { OddFile } from './odd-file.ts';

const rows: WorkbookCell[][] = [
  ['region', 'hours'],
  ['KZ-75', 4],
];
const HEADER = 'headers region | hours';
const SHEET = 'xl/worksheets/sheet1.xml';

const file = (title: string, bytes: Buffer, expected: readonly string[], options?: OddFile['options'], name = 'export.xlsx'): OddFile => ({
  title,
  name,
  bytes,
  expected,
  ...(options === undefined ? {} : { options }),
});
const sheet = (
  title: string,
  cells: readonly (readonly WorkbookCell[])[],
  expected: readonly string[],
  more: Partial<WorkbookOptions> = {},
): OddFile => file(title, makeWorkbook({ sheets: [{ rows: cells }], ...more }), expected);
const withPart = (title: string, part: ZipPart, expected: readonly string[], options?: OddFile['options']): OddFile =>
  file(title, makeWorkbook({ sheets: [{ rows }], parts: [part] }), expected, options);

const dated = (value: number): WorkbookCell => ({ xml: `<c r="{r}" s="1"><v>${value}</v></c>` });
const whole = makeWorkbook({ sheets: [{ rows }] });
const EVIL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';

export const oddWorkbooks: readonly OddFile[] = [
  file('a workbook under the name of text', whole, [HEADER, '2: KZ-75 | 4'], undefined, 'export.csv'),
  file('a workbook that is cut off', whole.subarray(0, whole.length - 300), ['FAULT ARCHIVE_DAMAGED']),
  file('a workbook of which only the beginning arrived', whole.subarray(0, 40), ['FAULT ARCHIVE_DAMAGED']),
  file('a packed CSV file', makeZip([{ name: 'export.csv', data: 'region;hours\n' }]), ['FAULT FORMAT_UNKNOWN']),
  file(
    'a text document',
    makeZip([
      { name: '_rels/.rels', data: '<r/>' },
      { name: 'word/document.xml', data: '<d/>' },
    ]),
    ['FAULT FORMAT_UNKNOWN'],
  ),
  file(
    'an OpenDocument sheet',
    makeZip([
      { name: 'mimetype', data: 'x' },
      { name: 'content.xml', data: '<d/>' },
    ]),
    ['FAULT FORMAT_BINARY_WORKBOOK'],
  ),
  file(
    'a binary workbook',
    makeZip([
      { name: '_rels/.rels', data: '<r/>' },
      { name: 'xl/workbook.bin', data: 'x' },
    ]),
    ['FAULT FORMAT_BINARY_WORKBOOK'],
  ),
  file('a workbook without its workbook', makeZip([{ name: '_rels/.rels', data: '<r/>' }]), ['FAULT FORMAT_UNKNOWN']),
  withPart('a sheet that declares a document type', { name: SHEET, data: `<?xml version="1.0"?>${EVIL}<worksheet>&e;</worksheet>` }, [
    'FAULT WORKBOOK_UNSAFE',
  ]),
  withPart('shared texts that declare a document type', { name: 'xl/sharedStrings.xml', data: `${EVIL}<sst/>` }, ['FAULT WORKBOOK_UNSAFE']),
  withPart('an entity nobody declared', { name: SHEET, data: '<worksheet><sheetData>&e;</sheetData></worksheet>' }, ['FAULT XML_DAMAGED']),
  withPart('links to other files', { name: 'xl/externalLinks/externalLink1.xml', data: '<x/>' }, ['FAULT WORKBOOK_UNSAFE']),
  withPart('a part that is encrypted', { name: 'xl/media/x.bin', data: 'x', claims: { flags: 0x0801 } }, ['FAULT FILE_ENCRYPTED']),
  withPart('a bomb: a part that inflates a thousandfold', { name: SHEET, data: `<worksheet>${' '.repeat(20_000_000)}</worksheet>` }, [
    'FAULT ARCHIVE_TOO_LARGE',
  ]),
  withPart(
    'a bomb that lies about its size',
    { name: SHEET, data: `<worksheet>${' '.repeat(20_000_000)}</worksheet>`, claims: { size: 100 } },
    ['FAULT ARCHIVE_DAMAGED'],
  ),
  withPart(
    'more inflated bytes than the limit',
    { name: SHEET, data: sheetXml({ rows: Array.from({ length: 2_000 }, (_, index) => [`r${index}`, index * 7919]) }) },
    ['FAULT ARCHIVE_TOO_LARGE'],
    {
      limits: { archiveBytes: 50_000 },
    },
  ),
  file('more parts than the limit', makeZip(Array.from({ length: 2_001 }, (_, index) => ({ name: `p${index}`, data: '' }))), [
    'FAULT ARCHIVE_TOO_LARGE',
  ]),
  withPart('a checksum that does not fit', { name: SHEET, data: sheetXml({ rows }), claims: { checksum: 7 } }, ['FAULT ARCHIVE_DAMAGED']),
  file(
    'one part twice',
    makeZip([
      { name: '_rels/.rels', data: '<r/>' },
      { name: '_rels/.rels', data: '<r/>' },
    ]),
    ['FAULT ARCHIVE_DAMAGED'],
  ),
  withPart('a sheet that is not well formed', { name: SHEET, data: '<worksheet><sheetData><row></sheetData></worksheet>' }, [
    'FAULT XML_DAMAGED',
  ]),
  withPart(
    'a sheet that is not UTF-8',
    { name: SHEET, data: Buffer.concat([Buffer.from('<worksheet>'), Buffer.from([0xff]), Buffer.from('</worksheet>')]) },
    ['FAULT XML_DAMAGED'],
  ),
  withPart(
    'cells out of order',
    { name: SHEET, data: '<worksheet><sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData></worksheet>' },
    ['FAULT XML_DAMAGED row 1'],
  ),
  withPart('rows out of order', { name: SHEET, data: '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>' }, [
    'FAULT XML_DAMAGED row 2',
  ]),
  withPart(
    'a cell in a column that no sheet has',
    { name: SHEET, data: '<worksheet><sheetData><row r="1"><c r="ZZZ1"/></row></sheetData></worksheet>' },
    ['FAULT XML_DAMAGED row 1'],
  ),
  withPart(
    'rows and cells without addresses',
    {
      name: SHEET,
      data: '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>region</x:t></x:is></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t>KZ-75</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    },
    ['headers region', '2: KZ-75'],
  ),
  withPart('an empty sheet', { name: SHEET, data: sheetXml({ rows: [] }) }, ['FAULT FILE_EMPTY']),
  file('a sheet that is not there', whole, ['FAULT SHEET_UNKNOWN'], { sheet: 'Лист7' }),
  sheet(
    'days counted from 1904',
    [
      ['region', 'day'],
      ['KZ-75', dated(43_830)],
    ],
    ['headers region | day', '2: KZ-75 | 2024-01-01'],
    {
      formats: ['dd.mm.yyyy'],
      date1904: true,
    },
  ),
  sheet(
    'days counted from 1900',
    [
      ['region', 'day'],
      ['KZ-75', dated(45_292)],
    ],
    ['headers region | day', '2: KZ-75 | 2024-01-01'],
    { formats: ['dd.mm.yyyy'] },
  ),
  sheet(
    'the day that never was',
    [
      ['region', 'day'],
      ['KZ-75', dated(60)],
    ],
    ['headers region | day', '2: KZ-75 | -', '2: DATE_IMPOSSIBLE B'],
    {
      formats: ['dd.mm.yyyy'],
    },
  ),
  sheet(
    'half a character, escaped',
    [['region'], ['a_xD83D_'], ['a_xD83D__xDE00_']],
    ['headers region', '2: -', '2: ENCODING_BROKEN A', '3: a\u{1F600}'],
  ),
  sheet(
    'days beyond the last, counted from 1904',
    [
      ['region', 'day'],
      ['KZ-75', dated(2_958_465)],
    ],
    ['headers region | day', '2: KZ-75 | -', '2: DATE_IMPOSSIBLE B'],
    {
      formats: ['dd.mm.yyyy'],
      date1904: true,
    },
  ),
  sheet(
    'numbers as text',
    [
      ['region', 'hours'],
      ['KZ-75', '0045'],
    ],
    [HEADER, '2: KZ-75 | 0045'],
  ),
  sheet(
    'numbers of eighteen digits',
    [
      ['region', 'hours'],
      ['KZ-75', { xml: '<c r="{r}"><v>123456789012345678</v></c>' }],
    ],
    [HEADER, '2: KZ-75 | 123456789012345678'],
  ),
  sheet(
    'a formula nobody calculated',
    [
      ['region', 'hours'],
      ['KZ-75', { xml: '<c r="{r}"><f>A1</f></c>' }],
    ],
    [HEADER, '2: KZ-75 | -', '2: FORMULA_WITHOUT_VALUE B'],
  ),
  sheet(
    'a cell that shows an error',
    [
      ['region', 'hours'],
      ['KZ-75', { xml: '<c r="{r}" t="e"><v>#REF!</v></c>' }],
    ],
    [HEADER, '2: KZ-75 | -', '2: CELL_ERROR B'],
  ),
  sheet(
    'an error in the header',
    [
      ['region', { xml: '<c r="{r}" t="e"><v>#REF!</v></c>' }],
      ['KZ-75', 4],
    ],
    ['FAULT CELL_ERROR row 1 column B'],
  ),
  sheet(
    'blank rows between the rows',
    [['region', 'hours'], ['KZ-75', 4], [], [], ['KZ-71', 5]],
    [HEADER, '2: KZ-75 | 4', '5: KZ-71 | 5', '! 3-4 BLANK_ROWS'],
  ),
  sheet(
    'a formula as text, which stays text',
    [
      ['region', 'hours'],
      ["'=1+1", '=1+1'],
    ],
    [HEADER, "2: '=1+1 | =1+1"],
  ),
];
