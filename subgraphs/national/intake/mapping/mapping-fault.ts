/** One fault of a mapping file. */
export interface MappingFault {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Path of what is wrong, as in `columns/Дата/date`; empty for the whole. */
  readonly at: string;
  readonly hint: string;
}

/** A mapping that cannot be used; every fault is named at once. */
export class MappingInvalid extends Error {
  override readonly name = 'MappingInvalid';
  readonly code = 'MAPPING_INVALID';
  readonly faults: readonly MappingFault[];

  constructor(file: string, faults: readonly MappingFault[]) {
    const lines = faults.map(({ line, at, hint }) => `line ${line}${at === '' ? '' : `, ${at}`}: ${hint}`);
    super([`${file} is no usable mapping:`, ...lines].join('\n  '));
    this.faults = faults;
  }
}
