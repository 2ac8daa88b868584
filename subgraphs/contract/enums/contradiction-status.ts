import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('ContradictionStatus', 'What became of a contradiction.', {
  OPEN: 'Nobody explained it.',
  EXPLAINED: 'An owner explained it.',
  RESOLVED: 'An owner corrected what caused it.',
});

/** What became of a contradiction. */
export const ContradictionStatus = both.output;
export type ContradictionStatus = keyof typeof ContradictionStatus;

/** The values of ContradictionStatus that a filter takes. */
export const ContradictionStatusInput = both.input;
export type ContradictionStatusInput = keyof typeof ContradictionStatusInput;
