/** Every fault of a file that is written, with its sentence. schema/ERRORS.md lists the same codes. */
export const outputFaults = {
  DISK_FULL: 'there is no room to write {file}; make room and run the command again',
  FILE_UNWRITABLE: '{file} cannot be written ({found}); check the folder and your rights',
} as const satisfies Record<string, string>;

export type OutputFaultCode = keyof typeof outputFaults;

/** The codes of a full disk, a full quota, and the largest file that is allowed. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * A file that could not be written; nothing is left of it.
 * Source  schema/ERRORS.md, "Files that are written"
 */
export class OutputFault extends Error {
  override readonly name = 'OutputFault';
  readonly code: OutputFaultCode;

  constructor(file: string, cause: unknown) {
    const found = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    const code = FULL.has(found) ? 'DISK_FULL' : 'FILE_UNWRITABLE';
    super(outputFaults[code].replace('{file}', file).replace('{found}', found), { cause });
    this.code = code;
  }
}
