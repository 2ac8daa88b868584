import { defineEnum } from './define-enum.ts';

/** What a rule of data quality asks of the data. */
export const QualityFamily = defineEnum(
  'QualityFamily',
  'What a rule of data quality asks of the data, in the words of the harmonized framework of Kahn and others (2016).',
  {
    CONFORMANCE: 'Values keep to their form, their code list and what they refer to.',
    COMPLETENESS: 'Values are there at all.',
    PLAUSIBILITY: 'Values can be believed: by themselves, beside each other, over time.',
    OTHER: 'A value that this list does not know.',
  },
);
export type QualityFamily = keyof typeof QualityFamily;
