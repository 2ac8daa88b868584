import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { UnitsArguments } from '../../contract/arguments/units-arguments.ts';
import { UnitConnection } from '../../contract/connections/unit-connection.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listUnits } from '../publications/unit/list.ts';

@Resolver(() => NationalNetwork)
export class UnitsResolver {
  @FieldResolver(() => UnitConnection, {
    nullable: true,
    description: 'Branches, offices and centers, by id. Null: not answered. Errors: PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  units(
    @Args(() => UnitsArguments) query: UnitsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<UnitConnection> {
    return listUnits(query, selectionOf(info), context);
  }
}
