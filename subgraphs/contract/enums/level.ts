import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('Level', 'The level of government or reach that something belongs to.', {
  INTERNATIONAL: 'Across countries.',
  NATIONAL: 'The whole country.',
  REGIONAL: 'A region of the country.',
  MUNICIPAL: 'A city or a district.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** The level of government or reach that something belongs to. */
export const Level = both.output;
export type Level = keyof typeof Level;

/** The values of Level that a filter takes. */
export const LevelInput = both.input;
export type LevelInput = keyof typeof LevelInput;
