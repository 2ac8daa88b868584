import { Ctx, Directive, ObjectType, Query, Resolver } from 'type-graphql';
import { NationalNetwork } from '../contract/national-network.ts';
import type { RequestContext } from './access/request-context.ts';
import type { Network } from './network.ts';

/** The two names that only this country has: the type of its door, and the root field that opens it. */
export interface Door {
  readonly type: new () => NationalNetwork;
  readonly resolver: new () => object;
}

/**
 * Makes the door of a network.
 * Shape   facts of the network -> type with its key and its country's tag, and the resolver of the root field
 * Source  schema/decisions/0005-each-country-owns-its-door.md
 */
export function createDoor({ typeName, country, subgraph, names }: Network): Door {
  const countryName = names.en ?? country;

  @Directive('@key(fields: "code")')
  @Directive(`@tag(name: "country/${country}")`)
  @ObjectType(typeName, { implements: NationalNetwork, description: `The door of ${countryName}: everything its network publishes.` })
  class CountryNetwork extends NationalNetwork {}
  // The interface finds the type of a row by the name of its class.
  Object.defineProperty(CountryNetwork, 'name', { value: typeName });

  @Resolver()
  class DoorResolver {
    @Query(() => CountryNetwork, { name: subgraph, nullable: true, description: `${countryName}. Null: its network did not answer.` })
    door(@Ctx() { network }: RequestContext): NationalNetwork {
      return Object.assign(new CountryNetwork(), { code: network.country });
    }
  }
  return { type: CountryNetwork, resolver: DoorResolver };
}
