import { FieldResolver, Resolver } from 'type-graphql';
import { NationalNetwork } from '../../contract/national-network.ts';
import { Release } from '../../contract/values/release.ts';

@Resolver(() => NationalNetwork)
export class ReleaseResolver {
  @FieldResolver(() => Release, {
    nullable: true,
    description: 'The latest closed release of counts. Null: the network has closed none, or not answered.',
  })
  release(): Release | null {
    // A network without private records has nothing to close; release/ will answer here.
    return null;
  }
}
