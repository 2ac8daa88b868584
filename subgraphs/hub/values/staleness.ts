import { CountryCode } from '../../contract/scalars/country-code.ts';
import { DateTime } from '../../contract/scalars/date-time.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { HubType } from './hub-type.ts';

@HubType('Staleness', 'A country whose last known copy stands in for an answer.')
export class Staleness {
  @Answer(() => CountryCode, 'The country.') country?: string | null;
  @Answer(() => DateTime, 'When the copy was true.') asOf?: string | null;
}
