import { InputType } from 'type-graphql';
import { DirectionInput } from '../enums/direction.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { Narrows } from './filter-field.ts';

@InputType('PracticeFilter', { description: 'Which practices. Fields narrow together, values of one field are alternatives.' })
export class PracticeFilter {
  @Narrows(() => [CountryCode], 'Practices published by the networks of these countries.') countries?: string[];
  @Narrows(() => [DirectionInput], 'In any of these lines of work.') directions?: DirectionInput[];
  @Narrows(() => [String], 'That can be shared in any of these languages, as BCP 47 tags.') languages?: string[];
}
