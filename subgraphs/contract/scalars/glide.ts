import { codedScalar } from './coded-scalar.ts';

/** A disaster by its GLIDE number: type, year, serial, ISO alpha-3 country, for example EQ-2023-000015-TUR. */
export const Glide = codedScalar({
  name: 'Glide',
  description:
    'A disaster by its GLIDE number: type, year, serial, ISO alpha-3 country, for example EQ-2023-000015-TUR. Errors: CODE_UNKNOWN.',
  error: 'CODE_UNKNOWN',
  details: { list: 'GLIDE numbers', accepted: ['numbers such as EQ-2023-000015-TUR'] },
  isValid: (text) => /^[A-Z]{2}-\d{4}-\d{6}-[A-Z]{3}$/.test(text),
});
