import { defineEnum } from './define-enum.ts';

/** Whether a unit delivered for a period. */
export const DeliveryStatus = defineEnum('DeliveryStatus', 'Whether a unit delivered its records for a period.', {
  DELIVERED: 'As much as expected, or more.',
  LOW: 'Less than half of what was expected.',
  MISSING: 'Nothing.',
  OTHER: 'A value that this list does not know.',
});
export type DeliveryStatus = keyof typeof DeliveryStatus;
