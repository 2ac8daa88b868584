import { Int } from 'type-graphql';
import { CountryCode } from '../../contract/scalars/country-code.ts';
import { DateTime } from '../../contract/scalars/date-time.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { HubType } from './hub-type.ts';

@HubType('NetworkStatus', 'What the hub knows of a network by itself, while it answers and while it does not.')
export class NetworkStatus {
  @Answer(() => CountryCode, 'The country.') code?: string | null;
  @Answer(() => Boolean, 'Whether it answered when the hub last looked. Null: the hub has not looked yet.') up?: boolean | null;
  @Answer(() => String, 'State of the hub’s breaker for it: CLOSED, OPEN (it is not asked) or HALF_OPEN (one question tries).') breaker?:
    | string
    | null;
  @Answer(() => DateTime, 'When it last published, as far as the hub ever heard. Null: never heard.') lastPublishedAt?: string | null;
  @Answer(() => Int, 'Whole days since lastPublishedAt. Null: never heard.') freshnessDays?: number | null;
  @Answer(() => String, 'How often it promises to publish, as an ISO 8601 duration. Null: never heard.') expectedEvery?: string | null;
  @Answer(() => String, 'Version of the contract it serves. Null: never heard.') contractVersion?: string | null;
}
