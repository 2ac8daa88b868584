import { unitCodes } from '../code-lists/units.ts';
import { codedScalar } from './coded-scalar.ts';

/** A unit of measure by UN/CEFACT Recommendation 20, for example IE (person) or TNE (tonne). A scalar, since the list grows. */
export const UnitCode = codedScalar({
  name: 'UnitCode',
  description:
    'A unit of measure by UN/CEFACT Recommendation 20, for example IE (person) or TNE (tonne). A scalar, since the list grows. Errors: CODE_UNKNOWN, with the accepted codes.',
  error: 'CODE_UNKNOWN',
  details: { list: 'units', accepted: unitCodes },
  isValid: (text) => unitCodes.includes(text),
});
