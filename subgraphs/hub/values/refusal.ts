import { CountryCode } from '../../contract/scalars/country-code.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { HubType } from './hub-type.ts';

@HubType('Refusal', 'A country that declined to answer, with its reason.')
export class Refusal {
  @Answer(() => CountryCode, 'The country.') country?: string | null;
  @Answer(() => String, 'Its reason, as a code of schema/ERRORS.md.') reason?: string | null;
}
