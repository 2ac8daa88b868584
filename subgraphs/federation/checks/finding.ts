/** What a check found wrong, for a person to put right. */
export interface Finding {
  /** The check's name, which is its file's name. */
  readonly check: string;
  /** The place in GraphQL's own notation: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`. */
  readonly where: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
  /** Whose questions it breaks, and who declares the same place; absent: the check does not look for them. */
  readonly affects?: readonly Affected[];
}

/** Somebody whom a change concerns. */
export interface Affected {
  /** A stored query, a question that the hub asks by itself, or another member that declares the same place. */
  readonly kind: 'operation' | 'hub' | 'member';
  /** File and name of the operation, the hub's fields that rest on the question, or the member's name. */
  readonly name: string;
  /** Where it is asked: response path from the root field, or the schema coordinate at a member. */
  readonly at: string;
}
