import { InputType } from 'type-graphql';
import { DirectionInput } from '../enums/direction.ts';
import { OrganizationKindInput } from '../enums/organization-kind.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { Narrows } from './filter-field.ts';

@InputType('OrganizationFilter', { description: 'Which organizations. Fields narrow together, values of one field are alternatives.' })
export class OrganizationFilter {
  @Narrows(() => [CountryCode], 'Organizations published by the networks of these countries.') countries?: string[];
  @Narrows(() => [OrganizationKindInput], 'Of these kinds.') kinds?: OrganizationKindInput[];
  @Narrows(() => [DirectionInput], 'In any of these lines of work.') directions?: DirectionInput[];
  @Narrows(() => String, 'With this text in the name or an alias; case, ё/е, quotation marks and the form of apostrophes do not matter.')
  name?: string;
}
