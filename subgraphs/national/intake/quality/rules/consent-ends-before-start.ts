import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A consent that was withdrawn, or expires, before it was given. */
export const consentEndsBeforeStart: QualityRule = {
  code: 'CONSENT_ENDS_BEFORE_START',
  family: 'PLAUSIBILITY',
  severity: 'ERROR',
  kinds: ['consents'],
  finds: 'a consent that expires or is withdrawn before it is given',
  check({ values }) {
    const given = textOf(values, 'givenAt');
    if (given === null) return undefined;
    for (const field of ['expiresAt', 'withdrawnAt']) {
      const end = textOf(values, field);
      if (end !== null && end < given) return faultIn(field, 'it must not lie before the consent was given');
    }
    return undefined;
  },
};
