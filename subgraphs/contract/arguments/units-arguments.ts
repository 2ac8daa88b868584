import { ArgsType, Field } from 'type-graphql';
import { UnitFilter } from './unit-filter.ts';
import { PageArguments } from './page-arguments.ts';

@ArgsType()
export class UnitsArguments extends PageArguments {
  @Field(() => UnitFilter, { nullable: true, description: 'Which units. Absent: all.' }) filter?: UnitFilter;
}
