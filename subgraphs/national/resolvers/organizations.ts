import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import { OrganizationsArguments } from '../../contract/arguments/organizations-arguments.ts';
import { OrganizationConnection } from '../../contract/connections/organization-connection.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { selectionOf } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { listOrganizations } from '../publications/organization/list.ts';

@Resolver(() => NationalNetwork)
export class OrganizationsResolver {
  @FieldResolver(() => OrganizationConnection, {
    nullable: true,
    description: 'Organizations, by id. Null: not answered. Errors: PAGE_TOO_LARGE, CURSOR_INVALID.',
  })
  organizations(
    @Args(() => OrganizationsArguments) query: OrganizationsArguments,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationConnection> {
    return listOrganizations(query, selectionOf(info), context);
  }
}
