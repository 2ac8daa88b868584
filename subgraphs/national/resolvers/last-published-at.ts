import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NationalNetwork } from '../../contract/national-network.ts';
import { DateTime } from '../../contract/scalars/date-time.ts';
import type { RequestContext } from '../access/request-context.ts';

@Resolver(() => NationalNetwork)
export class LastPublishedAtResolver {
  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the network last published, superseded or withdrew anything. Null: it never did, or not answered.',
  })
  async lastPublishedAt(@Ctx() { database }: RequestContext): Promise<string | null> {
    const last = await database.selectFrom('change').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
    return last?.at ?? null;
  }
}
