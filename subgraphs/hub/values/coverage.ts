import { Field } from 'type-graphql';
import { CountryCode } from '../../contract/scalars/country-code.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { HubType } from './hub-type.ts';
import { Refusal } from './refusal.ts';
import { Staleness } from './staleness.ts';

@HubType('Coverage', 'What an answer rests on: each asked country stands in exactly one of answered, refused, timedOut and unavailable.')
export class Coverage {
  @Answer(() => [CountryCode], 'Countries that were asked, by code.') asked!: string[];
  @Answer(() => [CountryCode], 'Those that answered; to have nothing to say is an answer.') answered!: string[];
  @Answer(() => [Refusal], 'Those that declined.') refused!: Refusal[];
  @Answer(() => [CountryCode], 'Those that did not answer in time.') timedOut!: string[];
  @Answer(() => [CountryCode], 'Those that could not be reached or gave no usable answer.') unavailable!: string[];
  @Answer(() => [Staleness], 'Those of the answered whose last known copy was served.') stale!: Staleness[];
  @Field(() => Boolean, { description: 'Whether every asked country answered and none is stale.' }) complete!: boolean;
}
