import { ID, InputType } from 'type-graphql';
import { ActionKindInput } from '../enums/action-kind.ts';
import { ActionStatusInput } from '../enums/action-status.ts';
import { DirectionInput } from '../enums/direction.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { Edtf } from '../scalars/edtf.ts';
import { Narrows } from './filter-field.ts';

@InputType('ActionFilter', { description: 'Which actions. Fields narrow together, values of one field are alternatives.' })
export class ActionFilter {
  @Narrows(() => [CountryCode], 'Actions published by the networks of these countries.') countries?: string[];
  @Narrows(() => Edtf, 'With days that share one with this period; an unknown end counts as the first day. Undated ones are left out.')
  period?: string;
  @Narrows(() => Boolean, 'true: only those without any date; false: only those with one.') undated?: boolean;
  @Narrows(() => [String], 'In these regions, by any code a region has or had.') regions?: string[];
  @Narrows(() => [DirectionInput], 'In any of these lines of work.') directions?: DirectionInput[];
  @Narrows(() => [ActionKindInput], 'Of these kinds.') kinds?: ActionKindInput[];
  @Narrows(() => [ActionStatusInput], 'With these statuses.') statuses?: ActionStatusInput[];
  @Narrows(() => Boolean, 'true: two or more countries take part; false: one.') crossBorder?: boolean;
  @Narrows(() => Boolean, 'true: partners are sought; false: they are not. Where nobody said, neither.') seekingPartners?: boolean;
  @Narrows(() => [ID], 'Belonging to these programs.') programs?: string[];
}
