import { columnIndex } from '../column-letter.ts';
import { refuse } from '../check-rows.ts';
import type { RawRow } from '../raw-row.ts';
import { SourceFault } from '../source-fault.ts';
import type { SourceWarnings } from '../source-warning.ts';
import { type CellContext, cellValue } from './cell-value.ts';
import { readXml, type XmlListener } from './read-xml.ts';

/** Columns a sheet can have; an address beyond is no address. */
const MAX_COLUMNS = 16_384;
const BATCH = 1_000;
/** A batch is handed on sooner where its rows are wide: one cell far to the right makes its row so. */
const BATCH_CELLS = 100_000;

/**
 * The rows of a sheet as they stand, each with its number. Cells beyond `mostColumns` stand side by side behind it, without the gaps between them:
 * nothing is lost, and the row is too long for every header.
 * Errors  XML_DAMAGED, WORKBOOK_UNSAFE and those of the archive; what is wrong in one cell is a fault of its row
 */
export async function* readSheet(
  chunks: AsyncIterable<Buffer>,
  context: CellContext,
  warnings: SourceWarnings,
  mostColumns: number,
): AsyncGenerator<RawRow[]> {
  const listener = new SheetListener(context, warnings, mostColumns);
  for await (const _ of readXml(chunks, listener)) {
    if (listener.rows.length >= BATCH || listener.cellCount >= BATCH_CELLS) yield listener.takeRows();
  }
  yield listener.takeRows();
}

class SheetListener implements XmlListener {
  rows: RawRow[] = [];
  /** Cells of those rows, gaps among them. */
  cellCount = 0;
  readonly #context: CellContext;
  readonly #warnings: SourceWarnings;
  readonly #mostColumns: number;
  #row = 0;
  #cells: (string | null)[] = [];
  #kinds: string[] = [];
  #faults: RawRow = { row: 0, cells: [] };
  #column = -1;
  #cell = { type: '', style: 0, value: '', hasValue: false, hasFormula: false, formula: '' };
  #isText = false;
  #isFormula = false;
  #isReading = false;
  #hasHiddenColumn = false;

  constructor(context: CellContext, warnings: SourceWarnings, mostColumns: number) {
    this.#context = context;
    this.#warnings = warnings;
    this.#mostColumns = mostColumns;
  }

  takeRows(): RawRow[] {
    const { rows } = this;
    this.rows = [];
    this.cellCount = 0;
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'v':
        this.#cell.hasValue = true;
        this.#isText = true;
        break;
      case 'c':
        this.#openCell(attributes);
        break;
      case 'row':
        this.#openRow(attributes);
        break;
      case 't':
        this.#isText = !this.#isReading;
        break;
      case 'rPh':
        this.#isReading = true;
        break;
      case 'f':
        this.#cell.hasFormula = true;
        this.#isFormula = true;
        break;
      case 'col':
        if (isTrue(attributes['hidden']) && !this.#hasHiddenColumn) {
          this.#hasHiddenColumn = true;
          this.#warnings.add('HIDDEN_COLUMN');
        }
        break;
    }
  }

  text(text: string): void {
    if (this.#isText) this.#cell.value += text;
    else if (this.#isFormula) this.#cell.formula += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isReading = false;
    else if (name === 'f') this.#isFormula = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
  }

  #openRow(attributes: Readonly<Record<string, string>>): void {
    const row = attributes['r'] === undefined ? this.#row + 1 : Number(attributes['r']);
    if (!Number.isInteger(row) || row <= this.#row)
      throw new SourceFault('XML_DAMAGED', { row: this.#row }, { found: 'rows out of order' });
    this.#row = row;
    this.#cells = [];
    this.#kinds = [];
    this.#faults = { row, cells: [] };
    this.#column = -1;
    if (isTrue(attributes['hidden'])) this.#warnings.add('HIDDEN_ROW', { row });
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const address = attributes['r'];
    const column = address === undefined ? this.#column + 1 : columnIndex(address);
    if (!(column > this.#column && column < MAX_COLUMNS)) {
      throw new SourceFault('XML_DAMAGED', { row: this.#row }, { found: 'cells out of order' });
    }
    this.#column = column;
    const [type, style] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0)];
    this.#cell = { type, style, value: '', hasValue: false, hasFormula: false, formula: '' };
  }

  #closeCell(): void {
    const value = cellValue(this.#cell, this.#context);
    if ('fault' in value) {
      const { fault, found, shown } = value;
      refuse(this.#faults, fault, { column: this.#column }, found === undefined ? {} : { found }, shown);
    } else if (value.cell === null) return;
    const place = Math.min(this.#column, this.#mostColumns);
    while (this.#cells.length < place) {
      this.#cells.push(null);
      this.#kinds.push('_');
    }
    this.#cells.push('fault' in value ? null : value.cell);
    this.#kinds.push('fault' in value ? '_' : value.kind);
  }

  #closeRow(): void {
    const { faults, unread } = this.#faults;
    this.cellCount += this.#cells.length;
    this.rows.push({
      row: this.#row,
      cells: this.#cells,
      kinds: this.#kinds.join(''),
      ...(faults ? { faults } : {}),
      ...(unread ? { unread } : {}),
    });
  }
}

const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true';
