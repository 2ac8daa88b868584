import { defineEnumWithInput } from '../../contract/enums/define-enum.ts';

const both = defineEnumWithInput('ContradictionStatus', 'How far a contradiction is cleared up.', {
  OPEN: 'Nobody has explained it.',
  EXPLAINED: 'Its owner says why both stand; the figures stay.',
  RESOLVED: 'Its owner has settled it.',
});

/** How far a contradiction is cleared up. */
export const ContradictionStatus = both.output;
export type ContradictionStatus = keyof typeof ContradictionStatus;

/** The values of ContradictionStatus that a filter takes. */
export const ContradictionStatusInput = both.input;
export type ContradictionStatusInput = keyof typeof ContradictionStatusInput;
