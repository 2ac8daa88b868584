import { InputType } from 'type-graphql';
import { DirectionInput } from '../enums/direction.ts';
import { UnitKindInput } from '../enums/unit-kind.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { Narrows } from './filter-field.ts';

@InputType('UnitFilter', {
  description: 'Which branches, offices and centers. Fields narrow together, values of one field are alternatives.',
})
export class UnitFilter {
  @Narrows(() => [CountryCode], 'Units published by the networks of these countries.') countries?: string[];
  @Narrows(() => [UnitKindInput], 'Of these kinds.') kinds?: UnitKindInput[];
  @Narrows(() => [String], 'In these regions, by any code a region has or had.') regions?: string[];
  @Narrows(() => [DirectionInput], 'In any of these lines of work.') directions?: DirectionInput[];
}
