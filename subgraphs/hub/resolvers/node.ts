import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { contractError } from '../../contract/errors.ts';
import { isPublishedId } from '../../contract/identifiers/published-id.ts';
import { Node } from '../../contract/values/node.ts';
import { AnsweredRow } from '../ask/answered-row.ts';
import { forwardedSelections, forwardedVariables } from '../ask/forwarded-selection.ts';
import { countryError } from '../errors.ts';
import { findJointProgram } from '../programs/find-joint-program.ts';
import type { HubContext } from '../request-context.ts';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Any published row by its id: the owner in it decides who is asked. Null: there is none of that id, or its owner did not answer (then with an error). Errors: ID_INVALID, COUNTRY_UNKNOWN, COUNTRY_TIMEOUT, COUNTRY_UNAVAILABLE.',
  })
  async node(
    @Arg('id', () => ID, { description: 'Such as kz:action:arys-relief or hub:joint-program:roadmap-2019.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<object | null> {
    if (!isPublishedId(id)) throw contractError('ID_INVALID', { value: id });
    const owner = id.split(':')[0] ?? '';
    if (owner === 'hub') {
      return context.ownStatements.find((statement) => statement.id === id) ?? findJointProgram(id, info, [[]], context);
    }
    const country = context.countries.find((member) => member.country === owner.toUpperCase());
    if (country === undefined) {
      throw contractError('COUNTRY_UNKNOWN', { value: owner, accepted: context.countries.map((member) => member.country) });
    }
    const parts = forwardedSelections(info, getNamedType(info.returnType) as GraphQLObjectType, []);
    const { declarations, values } = forwardedVariables(info, parts);
    const question = {
      fields: `birge_node: node(id: $birge_id) { birge_type: __typename ${parts.map(({ fields }) => fields).join(' ')} }`,
      variables: [...declarations, '$birge_id: ID!'],
      values: { ...values, birge_id: id },
    };
    const { client, requestId, countryTimeoutMs: timeoutMs, notice } = context;
    const outcome = await client.ask(country, question, { requestId, timeoutMs });
    notice(country.country, outcome);
    if (outcome.kind !== 'answered') throw countryError(country.country, outcome);
    const row = outcome.door['birge_node'];
    return typeof row === 'object' && row !== null ? new AnsweredRow(row as Readonly<Record<string, unknown>>) : null;
  }
}
