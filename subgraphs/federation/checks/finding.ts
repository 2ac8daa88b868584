/** What a check found wrong, for a person to put right. */
export interface Finding {
  /** The check's name, which is its file's name. */
  readonly check: string;
  /** The place in GraphQL's own notation: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`. */
  readonly where: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
}
