import { defineEnum } from '../enums/define-enum.ts';

/** Orders of a list of actions; undated ones come last, equal days go by id. */
export const ActionOrder = defineEnum('ActionOrder', 'Order of a list of actions. Undated ones come last; equal days go by id.', {
  ID_ASC: 'By id.',
  START_ASC: 'By first day, earliest first.',
  START_DESC: 'By first day, latest first.',
});
export type ActionOrder = keyof typeof ActionOrder;
