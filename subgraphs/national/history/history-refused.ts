const SENTENCES = {
  ID_WITHDRAWN: 'was withdrawn, and an id is never used again',
  NOT_PUBLISHED: 'is not published',
  STATEMENT_EXISTS: 'is published already; a statement is corrected by one that supersedes it',
  STATEMENT_SUPERSEDED: 'is superseded already; correct the statement that supersedes it',
  SUPERSEDES_UNASKED: 'names a statement it supersedes; publish it with supersedeStatement',
} as const;

export type HistoryRefusal = keyof typeof SENTENCES;

/** A change that the history of a network does not take; nothing of its transaction was written. */
export class HistoryRefused extends Error {
  override readonly name = 'HistoryRefused';
  readonly refusal: HistoryRefusal;
  readonly id: string;

  constructor(refusal: HistoryRefusal, id: string) {
    super(`${id} ${SENTENCES[refusal]}`);
    this.refusal = refusal;
    this.id = id;
  }
}
