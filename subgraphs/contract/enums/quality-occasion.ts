import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('QualityOccasion', 'What made the network check its data.', {
  CHECK: 'A check of everything that is stored, or of what is stored since a day.',
  IMPORT: 'The import of one file: the rows of that file.',
  OTHER: 'A value that this list does not know.',
});

/** What made the network check its data. */
export const QualityOccasion = both.output;
export type QualityOccasion = keyof typeof QualityOccasion;

/** The values of QualityOccasion that a question takes. */
export const QualityOccasionInput = both.input;
export type QualityOccasionInput = keyof typeof QualityOccasionInput;
