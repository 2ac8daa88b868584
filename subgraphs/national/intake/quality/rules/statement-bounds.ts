import { Qualifier } from '../../../../contract/enums/qualifier.ts';
import { boundsOf } from '../../../../contract/figures/bounds-of.ts';
import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { numberOf, textOf } from '../row-values.ts';

/** Bounds that the words of a number do not give. */
export const statementBounds: QualityRule = {
  code: 'STATEMENT_BOUNDS',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['statements', 'aid'],
  finds: 'bounds of a number that its qualifier does not give',
  check({ values }, { kind }) {
    const valueField = kind === 'aid' ? 'tonnes' : 'value';
    const [qualifier, value] = [textOf(values, 'qualifier'), numberOf(values, valueField)];
    if (qualifier === null || !(qualifier in Qualifier)) return undefined;
    if ((qualifier === 'NO_NUMBER') !== (value === null))
      return faultIn(valueField, 'NO_NUMBER goes without a value, every other qualifier with one');
    const bounds = boundsOf(qualifier as Qualifier, value);
    if (bounds === null) return undefined;
    if (bounds.lower !== numberOf(values, 'lower')) return faultIn('lower', 'leave the bounds to the qualifier');
    return bounds.upper !== numberOf(values, 'upper') ? faultIn('upper', 'leave the bounds to the qualifier') : undefined;
  },
};
