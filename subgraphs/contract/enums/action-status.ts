import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('ActionStatus', 'How far an action has come.', {
  PLANNED: 'Planned; that it took place is not reported.',
  RUNNING: 'Under way.',
  HELD: 'Held; over.',
  CANCELLED: 'Cancelled.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** How far an action has come. */
export const ActionStatus = both.output;
export type ActionStatus = keyof typeof ActionStatus;

/** The values of ActionStatus that a filter takes. */
export const ActionStatusInput = both.input;
export type ActionStatusInput = keyof typeof ActionStatusInput;
