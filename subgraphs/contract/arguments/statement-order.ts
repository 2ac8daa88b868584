import { defineEnum } from '../enums/define-enum.ts';

/** Orders of a list of statements; rows without the key come last, equal keys go by id. */
export const StatementOrder = defineEnum(
  'StatementOrder',
  'Order of a list of statements. Rows without the key come last; equal keys go by id.',
  {
    ID_ASC: 'By id.',
    PERIOD_ASC: 'By first day of the period, earliest first.',
    PERIOD_DESC: 'By first day of the period, latest first.',
    KNOWN_FROM_DESC: 'By the day from which it can be known, latest first.',
  },
);
export type StatementOrder = keyof typeof StatementOrder;
