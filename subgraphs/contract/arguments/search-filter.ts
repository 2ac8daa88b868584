import { InputType } from 'type-graphql';
import { Edtf } from '../scalars/edtf.ts';
import { Narrows } from './filter-field.ts';

@InputType('SearchFilter', { description: 'Searches of which area and time.' })
export class SearchFilter {
  @Narrows(() => String, 'The region, by any code it has or had. Absent: the whole country.') region?: string;
  @Narrows(() => Edtf, 'Told of a time that shares a day with this one. Absent: any time, undated ones included.') period?: string;
}
