import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Source } from '../../contract/values/source.ts';
import type { LoadedProgram } from '../programs/loaded-program.ts';
import type { HubContext } from '../request-context.ts';
import { JointProgram } from '../values/joint-program.ts';

@Resolver(() => JointProgram)
export class JointProgramSourceResolver {
  @FieldResolver(() => Source, { nullable: true })
  source(@Root() { sourceId }: LoadedProgram, @Ctx() { loadSource }: HubContext): Promise<Source | null> | null {
    return sourceId === null ? null : loadSource(sourceId);
  }
}
