import { parseEdtf } from '../periods/parse-edtf.ts';
import { codedScalar } from './coded-scalar.ts';

/** A period as text, in the accepted subset of EDTF. */
export const Edtf = codedScalar({
  name: 'Edtf',
  description:
    'A period in Extended Date/Time Format: level 0, and of level 1 the marks ? ~ % after a whole date, an open end (..) and an unknown, empty end. ' +
    'Examples: 2023, 2023-06, 2019-11-07/2020?, 2015/.., 2023-01?/. Errors: PERIOD_INVALID.',
  error: 'PERIOD_INVALID',
  isValid: (text) => parseEdtf(text) !== null,
});
