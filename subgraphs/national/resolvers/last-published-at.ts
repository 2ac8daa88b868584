import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NationalNetwork } from '../../contract/national-network.ts';
import { DateTime } from '../../contract/scalars/date-time.ts';
import type { RequestContext } from '../access/request-context.ts';

@Resolver(() => NationalNetwork)
export class LastPublishedAtResolver {
  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the network last published anything. Null: it never did, or not answered.',
  })
  async lastPublishedAt(@Ctx() { database }: RequestContext): Promise<string | null> {
    const load = await database.selectFrom('publication_load').select('loaded_at').orderBy('loaded_at', 'desc').limit(1).executeTakeFirst();
    return load?.loaded_at ?? null;
  }
}
