import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

const FORM = /^[A-Z]{2}-\d{4}-\d{6}-[A-Z]{3}$/;

/** A GLIDE number of another form. */
export const glideForm: QualityRule = {
  code: 'GLIDE_FORM',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['donations'],
  finds: 'a GLIDE number that does not read type, year, serial, country',
  check({ values }) {
    const glide = textOf(values, 'glide');
    return glide !== null && !FORM.test(glide) ? faultIn('glide', 'write it as EQ-2023-000015-TUR') : undefined;
  },
};
