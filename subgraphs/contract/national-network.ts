import { Field } from 'type-graphql';
import { CountryCode } from './scalars/country-code.ts';
import { PublishedInterface } from './values/published-type.ts';

/** The door of a country. Its further fields are declared with their resolvers, in `national/resolvers/`. */
@PublishedInterface(
  'NationalNetwork',
  "A country's network: everything it publishes stands behind this door. Every field but `code` is null when the network does not answer.",
)
export abstract class NationalNetwork {
  @Field(() => CountryCode, { description: 'The country, ISO 3166-1 alpha-2.' }) code!: string;
}
