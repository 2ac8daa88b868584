import { defineEnumWithInput } from '../../contract/enums/define-enum.ts';

const both = defineEnumWithInput('ContradictionKind', 'What does not go together in a contradiction.', {
  PERIOD: 'One figure is told of two times, or two stages of different times.',
  VALUE: 'Two figures cannot both be true.',
  BREAK: 'A series jumps from one year to the next.',
  SCOPE: 'Two figures count different things, or more than there is.',
  PART_GT_WHOLE: 'A part is as large as its whole, or larger.',
  DUPLICATE: 'One thing is told twice.',
  NAME: 'One name stands for several rows.',
  UNIT: 'Two figures of one funnel have different units.',
  AMBIGUOUS: 'One wording can be understood in several ways.',
  OTHER: 'A kind that this list does not know.',
});

/** What does not go together in a contradiction. */
export const ContradictionKind = both.output;
export type ContradictionKind = keyof typeof ContradictionKind;

/** The values of ContradictionKind that a filter takes. */
export const ContradictionKindInput = both.input;
export type ContradictionKindInput = keyof typeof ContradictionKindInput;
