import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { numberOf, textOf } from '../row-values.ts';

const MOST_MILLILITERS = 1_000;

/** A donation of nothing, or of more blood than anybody gives. */
export const donationAmount: QualityRule = {
  code: 'DONATION_AMOUNT',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['donations'],
  finds: `a donation of nothing, or of more than ${MOST_MILLILITERS} ml of blood`,
  check({ values }) {
    const amount = numberOf(values, 'amount');
    if (amount === null) return undefined;
    const isBlood = textOf(values, 'kind') === 'BLOOD' && textOf(values, 'unit') === 'MLT';
    return amount <= 0 || (isBlood && amount > MOST_MILLILITERS) ? faultIn('amount', 'correct the amount or its unit') : undefined;
  },
};
