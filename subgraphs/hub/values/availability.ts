import { Int } from 'type-graphql';
import { CountryCode } from '../../contract/scalars/country-code.ts';
import { DefinitionCode } from '../../contract/scalars/definition-code.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { HubType } from './hub-type.ts';

@HubType('Availability', 'What one country has current statements of, for one indicator.')
export class Availability {
  @Answer(() => CountryCode, 'The country.') country!: string;
  @Answer(() => [DefinitionCode], 'Definitions that its statements bear, in the order of the list.') definitions!: string[];
  @Answer(() => [String], "Regions that its statements are told of, beside the whole country: the code of today, else the owner's own.")
  regions!: string[];
  @Answer(() => Int, 'Number of its current statements of this indicator.') statements!: number;
}
