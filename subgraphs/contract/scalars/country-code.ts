import { codedScalar } from './coded-scalar.ts';

/** A country by ISO 3166-1 alpha-2, for example KZ. A scalar, so that a new country changes no list. */
export const CountryCode = codedScalar({
  name: 'CountryCode',
  description: 'A country by ISO 3166-1 alpha-2, for example KZ. A scalar, so that a new country changes no list. Errors: COUNTRY_UNKNOWN.',
  error: 'COUNTRY_UNKNOWN',
  details: { accepted: ['ISO 3166-1 alpha-2 codes such as KZ'] },
  isValid: (text) => /^[A-Z]{2}$/.test(text),
});
