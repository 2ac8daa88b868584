import { InputType } from 'type-graphql';
import { AidStageInput } from '../enums/aid-stage.ts';
import { Edtf } from '../scalars/edtf.ts';
import { Glide } from '../scalars/glide.ts';
import { Narrows } from './filter-field.ts';

@InputType('AidFilter', { description: 'Which flows of aid. Fields narrow together, values of one field are alternatives.' })
export class AidFilter {
  @Narrows(() => Glide, 'For this disaster: type, year and serial count, the country at the end does not.') glide?: string;
  @Narrows(() => [AidStageInput], 'At these stages.') stages?: AidStageInput[];
  @Narrows(() => Edtf, 'Told of a time that shares a day with this one; an unknown end counts as the first day. Undated ones are left out.')
  period?: string;
}
