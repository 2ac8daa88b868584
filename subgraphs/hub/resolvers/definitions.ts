import { Arg, Query, Resolver } from 'type-graphql';
import { DefinitionCode } from '../../contract/scalars/definition-code.ts';
import { listDefinitions } from '../code-lists/list-definitions.ts';
import { Definition } from '../values/definition.ts';

@Resolver()
export class DefinitionsResolver {
  @Query(() => [Definition], {
    nullable: true,
    description: 'Which ones an indicator can count, in the order of the list. Null: the hub did not answer. Errors: CODE_UNKNOWN.',
  })
  definitions(
    @Arg('codes', () => [DefinitionCode], { nullable: true, description: 'Which definitions. Absent: all.' }) codes: string[] | null,
  ): Definition[] {
    return listDefinitions(codes);
  }
}
