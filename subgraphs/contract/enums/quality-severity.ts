import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('QualitySeverity', 'What a rule of data quality does with a row that breaks it.', {
  ERROR: 'The row is refused, or, where it is stored already, must be corrected.',
  WARNING: 'The row is kept and the finding shown.',
  OTHER: 'A value that this list does not know.',
});

/** What a rule of data quality does with a row that breaks it. */
export const QualitySeverity = both.output;
export type QualitySeverity = keyof typeof QualitySeverity;

/** The values of QualitySeverity that a question takes. */
export const QualitySeverityInput = both.input;
export type QualitySeverityInput = keyof typeof QualitySeverityInput;
