import type { Labels } from '../../../contract/code-lists/labels.ts';

export type ContradictionKind = 'PERIOD' | 'VALUE' | 'BREAK' | 'SCOPE' | 'PART_GT_WHOLE' | 'DUPLICATE' | 'NAME' | 'UNIT' | 'AMBIGUOUS';
/** INFERRED: it rests on days or on an identity that the sources do not state. */
export type Certainty = 'STATED' | 'INFERRED';
export type ContradictionStatus = 'OPEN' | 'EXPLAINED' | 'RESOLVED';
/** In what the two sides differ; that may explain the contradiction. */
export type Difference = 'DEFINITION' | 'PERIOD' | 'LEVEL' | 'SUBJECT';

/** A row, or a code list, that stands on one side. */
export interface Side {
  readonly kind: 'STATEMENT' | 'ORGANIZATION' | 'PROGRAM' | 'JOINT_PROGRAM' | 'ACTION' | 'CODE_LIST';
  readonly id: string;
}

/** What a rule found. */
export interface Finding {
  readonly a: readonly Side[];
  /** Empty: one row contradicts itself. */
  readonly b: readonly Side[];
  readonly certainty: Certainty;
  readonly explainedBy: readonly Difference[];
  readonly explanation: Labels;
}

/** Two things that do not go together, kept side by side. Source: schema/GLOSSARY.md, "contradiction". */
export interface Contradiction extends Finding {
  readonly id: string;
  readonly rule: string;
  readonly kind: ContradictionKind;
  /** Ids of the statements on either side, in the order of the ids. */
  readonly statements: readonly string[];
  readonly status: ContradictionStatus;
}
