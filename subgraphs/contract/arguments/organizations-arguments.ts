import { ArgsType, Field } from 'type-graphql';
import { OrganizationFilter } from './organization-filter.ts';
import { PageArguments } from './page-arguments.ts';

@ArgsType()
export class OrganizationsArguments extends PageArguments {
  @Field(() => OrganizationFilter, { nullable: true, description: 'Which organizations. Absent: all.' }) filter?: OrganizationFilter;
}
