import { Directive, Field, ObjectType } from 'type-graphql';
import { CountryCode } from '../contract/scalars/country-code.ts';
import { PublishedInterface } from '../contract/values/published-type.ts';

/** The hub's own view of a door: the key is all it knows; the country itself resolves the rest. */
@PublishedInterface(
  'NationalNetwork',
  "A country's network: everything it publishes stands behind this door. Every field but `code` is null when the network does not answer.",
)
export abstract class NetworkStub {
  @Field(() => CountryCode, { description: 'The country, ISO 3166-1 alpha-2.' }) code!: string;
}

/** Makes the stub type of a country's door, known to the hub by name and key only. */
export function createStub(typeName: string): new () => NetworkStub {
  @Directive('@key(fields: "code", resolvable: false)')
  @ObjectType(typeName, { implements: NetworkStub, description: 'A door, by its key.' })
  class Stub extends NetworkStub {}
  // The interface finds the type of a row by the name of its class.
  Object.defineProperty(Stub, 'name', { value: typeName });
  return Stub;
}
