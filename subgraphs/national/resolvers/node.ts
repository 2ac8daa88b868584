import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Resolver } from 'type-graphql';
import { contractError } from '../../contract/errors.ts';
import { isPublishedId } from '../../contract/identifiers/published-id.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { Node } from '../../contract/values/node.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { findPublication } from '../publications/find-publication.ts';

@Resolver(() => NationalNetwork)
export class NodeResolver {
  @FieldResolver(() => Node, {
    nullable: true,
    description: 'Any publication of this network by its id. Null: there is none of that id, or not answered. Errors: ID_INVALID.',
  })
  node(
    @Arg('id', () => ID, { description: 'Such as kz:action:arys-relief.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<Node | null> {
    if (!isPublishedId(id)) throw contractError('ID_INVALID', { value: id });
    return findPublication(id, selectionOf(info), context);
  }
}
