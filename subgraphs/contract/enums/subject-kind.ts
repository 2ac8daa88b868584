import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('SubjectKind', 'What a statement or a reference is about.', {
  COUNTRY: 'A country; its id is its code.',
  REGION: 'A region of a country.',
  ORGANIZATION: 'An organization.',
  UNIT: 'A branch, office or center.',
  PROGRAM: 'A program, project, campaign or award.',
  JOINT_PROGRAM: 'A program of two or more countries.',
  ACTION: 'An event or an action.',
  STATEMENT: 'A statement.',
  CODE_LIST: 'A list of codes; its id is its name.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** What a statement or a reference is about. */
export const SubjectKind = both.output;
export type SubjectKind = keyof typeof SubjectKind;

/** The values of SubjectKind that a filter takes. */
export const SubjectKindInput = both.input;
export type SubjectKindInput = keyof typeof SubjectKindInput;
