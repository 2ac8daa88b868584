import { indicatorCodes } from '../code-lists/indicators.ts';
import { codedScalar } from './coded-scalar.ts';

/** What a figure counts, by the list of indicators, for example VOL_TOTAL. A scalar, since the list grows. */
export const IndicatorCode = codedScalar({
  name: 'IndicatorCode',
  description:
    'What a figure counts, by the list of indicators, for example VOL_TOTAL. A scalar, since the list grows. Errors: CODE_UNKNOWN, with the accepted codes.',
  error: 'CODE_UNKNOWN',
  details: { list: 'indicators', accepted: indicatorCodes },
  isValid: (text) => indicatorCodes.includes(text),
});
