/** Every fault that a cell may have when it becomes a field, with its sentence. schema/ERRORS.md lists the same codes. */
export const cellFaults = {
  VALUE_MISSING: 'the cell is empty, and this field is needed; fill it in',
  VALUE_TOO_LONG: 'the text is longer than {limit} characters; shorten it',
  DAY_UNREADABLE: 'this is no date of the forms {accepted}; write it so, or add its form to the mapping',
  DAY_IMPOSSIBLE: 'there is no such day; mend it',
  NUMBER_UNREADABLE: 'this is no number; write digits with a decimal comma, such as 1234,5',
  NUMBER_NOT_WHOLE: 'this must be a whole number',
  NUMBER_OUT_OF_RANGE: 'the number must be from {least} to {limit}',
  MINUTES_OUT_OF_RANGE: 'a day of work has 0 to {limit} minutes; split it into its days, or mend the unit',
  WORD_UNKNOWN: 'this word is not in the list of codes; accepted: {accepted}',
  FLAG_UNREADABLE: 'this is neither yes nor no; accepted: {accepted}',
  REGION_UNKNOWN: 'no region has this code or name; take one of regions.csv, or add it there as an alias',
  REGION_AMBIGUOUS: 'several regions have this name: {accepted}; write a code',
  REGION_OTHER_TIME: 'there was no such region on that day; take the one of that time: {accepted}',
  ID_UNREADABLE: 'this is no id of the kind {accepted}; write one, or put prefix or codes into the mapping',
} as const satisfies Record<string, string>;

export type CellFaultCode = keyof typeof cellFaults;

/** Words of a fault's sentence: accepted values and limits, never the cell. */
export interface CellFaultWords {
  readonly accepted?: readonly string[];
  readonly least?: number;
  readonly limit?: number;
}

/** Why a cell is not what its field needs. */
export class CellFault {
  readonly code: CellFaultCode;
  readonly hint: string;

  constructor(code: CellFaultCode, { accepted = [], least, limit }: CellFaultWords = {}) {
    const words: Record<string, string> = { accepted: accepted.join(', '), least: String(least ?? ''), limit: String(limit ?? '') };
    this.code = code;
    this.hint = cellFaults[code].replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
  }
}
