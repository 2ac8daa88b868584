import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput(
  'Qualifier',
  'How the source words a number; it decides the bounds.',
  {
    EXACT: 'A bare numeral.',
    ROUNDED: 'A numeral with a scale word such as thousand; true to half a unit of the last non-zero digit.',
    RANGE: 'From one number to another; the value is the midpoint and is never shown alone.',
    MORE_THAN: 'More than the value; the value itself is excluded.',
    AT_LEAST: 'The value or more.',
    UP_TO: 'The value or less.',
    LESS_THAN: 'Less than the value; the value itself is excluded.',
    ABOUT: 'Near the value, with no bound stated.',
    ABOUT_OR_MORE: 'Of a total only: near the value, or more.',
    ABOUT_OR_LESS: 'Of a total only: near the value, or less.',
    NO_NUMBER: 'A trend or a rank told in words, with no number.',
    OTHER: 'A value that the source gives and this list does not know.',
  },
  ['ABOUT_OR_MORE', 'ABOUT_OR_LESS'],
);

/** How the source words a number; it decides the bounds. */
export const Qualifier = both.output;
export type Qualifier = keyof typeof Qualifier;

/** The values of Qualifier that a filter takes. */
export const QualifierInput = both.input;
export type QualifierInput = keyof typeof QualifierInput;
