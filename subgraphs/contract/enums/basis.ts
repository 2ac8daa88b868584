import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('Basis', 'Where a figure comes from. The two are never silently mixed.', {
  REPORTED: 'Somebody said it: a report, the press, an extract.',
  COUNTED: 'Counted from private records for a closed release, under disclosure control.',
});

/** Where a figure comes from. The two are never silently mixed. */
export const Basis = both.output;
export type Basis = keyof typeof Basis;

/** The values of Basis that a filter takes. */
export const BasisInput = both.input;
export type BasisInput = keyof typeof BasisInput;
