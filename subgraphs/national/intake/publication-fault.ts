/** One cell that cannot be what its column says. */
export interface PublicationFault {
  readonly file: string;
  /** Line of the row as a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string | null;
  readonly rule: string;
}

const SHOWN = 20;

/** The data files of a network cannot be loaded; nothing of them was. */
export class PublicationsRefused extends Error {
  override readonly name = 'PublicationsRefused';
  readonly faults: readonly PublicationFault[];

  constructor(faults: readonly PublicationFault[]) {
    const lines = faults
      .slice(0, SHOWN)
      .map(({ file, row, column, value, rule }) => `${file} row ${row}, ${column} "${value ?? ''}": ${rule}`);
    const rest = faults.length > SHOWN ? [`and ${faults.length - SHOWN} more`] : [];
    super([`nothing was loaded, ${faults.length} ${faults.length === 1 ? 'cell is' : 'cells are'} wrong:`, ...lines, ...rest].join('\n  '));
    this.faults = faults;
  }
}
