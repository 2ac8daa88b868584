import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { contractError } from '../../contract/errors.ts';
import { typeOfId } from '../../contract/identifiers/published-id.ts';
import { findJointProgram } from '../programs/find-joint-program.ts';
import type { HubContext } from '../request-context.ts';
import { JointProgram } from '../values/joint-program.ts';

@Resolver()
export class JointProgramResolver {
  @Query(() => JointProgram, {
    nullable: true,
    description: 'A joint program by its id. Null: there is none of that id, or the hub did not answer. Errors: ID_INVALID.',
  })
  async jointProgram(
    @Arg('id', () => ID, { description: 'Such as hub:joint-program:roadmap-2019.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<JointProgram | null> {
    if (typeOfId(id) !== 'joint-program') throw contractError('ID_INVALID', { value: id });
    return findJointProgram(id, info, [[]], context);
  }
}
