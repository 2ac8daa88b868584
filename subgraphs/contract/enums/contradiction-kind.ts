import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('ContradictionKind', 'What kind of contradiction it is.', {
  PERIOD: 'One figure told of two periods, or two figures of one thing told of different periods.',
  VALUE: 'Two figures that cannot both hold.',
  BREAK: 'A jump that is likelier a new way of counting than growth.',
  SCOPE: 'Figures of different things that look like one.',
  PART_GT_WHOLE: 'A part above its whole.',
  DUPLICATE: 'One thing told twice.',
  NAME: 'One name for two rows.',
  UNIT: 'Figures of one thing in different units.',
  AMBIGUOUS: 'Words that can be understood in several ways.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** What kind of contradiction it is. */
export const ContradictionKind = both.output;
export type ContradictionKind = keyof typeof ContradictionKind;

/** The values of ContradictionKind that a filter takes. */
export const ContradictionKindInput = both.input;
export type ContradictionKindInput = keyof typeof ContradictionKindInput;
