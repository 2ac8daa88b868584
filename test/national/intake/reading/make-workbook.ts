import { columnLetter } from '../../../../subgraphs/national/intake/reading/column-letter.ts';
import { makeZip, type ZipPart } from './make-zip.ts';

/** A cell: text, a number, nothing, or XML as it shall stand, `{r}` for its address. */
export type WorkbookCell = string | number | boolean | null | { readonly xml: string };

export interface WorkbookSheetOptions {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly WorkbookCell[])[];
  readonly hiddenRows?: readonly number[];
  readonly merged?: readonly string[];
  readonly hiddenColumns?: boolean;
}

export interface WorkbookOptions {
  readonly sheets: readonly WorkbookSheetOptions[];
  readonly shared?: readonly string[];
  readonly date1904?: boolean;
  /** Format codes of the styles 1, 2, …; style 0 is General. */
  readonly formats?: readonly string[];
  /** Parts that are added, or put in place of others of the name. */
  readonly parts?: readonly ZipPart[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A workbook as spreadsheet programs write it, small enough to read. */
export function makeWorkbook(options: WorkbookOptions): Buffer {
  const parts = new Map(partsOf(options).map((part) => [part.name, part]));
  for (const part of options.parts ?? []) parts.set(part.name, part);
  return makeZip([...parts.values()]);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function partsOf({ sheets, shared = [], date1904 = false, formats = [] }: WorkbookOptions): ZipPart[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const sheetTags = sheets.map(
    ({ name = 'Sheet', state }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  );
  return [
    { name: '[Content_Types].xml', data: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    {
      name: '_rels/.rels',
      data: `${HEAD}<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheetTags.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${HEAD}<Relationships xmlns="${PACKAGE}">${sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation('rS', 'styles', 'styles.xml')}${relation('rT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    { name: 'xl/styles.xml', data: stylesOf(formats) },
    {
      name: 'xl/sharedStrings.xml',
      data: `${HEAD}<sst xmlns="${MAIN}">${shared.map((text) => `<si>${text.startsWith('<') ? text : `<t>${escaped(text)}</t>`}</si>`).join('')}</sst>`,
    },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, data: sheetXml(sheet) })),
  ];
}

function stylesOf(formats: readonly string[]): string {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code).replaceAll('"', '&quot;')}"/>`);
  const cells = formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`);
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`;
}

export function sheetXml({ rows, hiddenRows = [], merged = [], hiddenColumns = false }: WorkbookSheetOptions): string {
  const rowTags = rows.map((cells, index) => {
    const hidden = hiddenRows.includes(index + 1) ? ' hidden="1"' : '';
    return `<row r="${index + 1}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${columnLetter(column)}${index + 1}`)).join('')}</row>`;
  });
  const columns = hiddenColumns ? '<cols><col min="2" max="2" hidden="1"/></cols>' : '';
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `${HEAD}<worksheet xmlns="${MAIN}">${columns}<sheetData>${rowTags.join('')}</sheetData>${ranges === '' ? '' : `<mergeCells>${ranges}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: WorkbookCell, address: string): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.xml.replaceAll('{r}', address);
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${Number(cell)}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}
