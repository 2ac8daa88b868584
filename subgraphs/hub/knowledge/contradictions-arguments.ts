import { ArgsType, Field } from 'type-graphql';
import { PageArguments } from '../../contract/arguments/page-arguments.ts';
import { ContradictionFilter } from './contradiction-filter.ts';

@ArgsType()
export class ContradictionsArguments extends PageArguments {
  @Field(() => ContradictionFilter, { nullable: true, description: 'Which contradictions. Absent: all.' }) filter?: ContradictionFilter;
}
