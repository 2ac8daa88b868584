import { definitionCodes } from '../code-lists/definitions.ts';
import { codedScalar } from './coded-scalar.ts';

/** Which ones an indicator counts, by the list of definitions, for example IN_ORG_DATABASE. A scalar, since the list grows. */
export const DefinitionCode = codedScalar({
  name: 'DefinitionCode',
  description:
    'Which ones an indicator counts, by the list of definitions, for example IN_ORG_DATABASE. A scalar, since the list grows. Errors: CODE_UNKNOWN, with the accepted codes.',
  error: 'CODE_UNKNOWN',
  details: { list: 'definitions', accepted: definitionCodes },
  isValid: (text) => definitionCodes.includes(text),
});
