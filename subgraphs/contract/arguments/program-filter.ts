import { InputType } from 'type-graphql';
import { DirectionInput } from '../enums/direction.ts';
import { ProgramKindInput } from '../enums/program-kind.ts';
import { ProgramStatusInput } from '../enums/program-status.ts';
import { Edtf } from '../scalars/edtf.ts';
import { Narrows } from './filter-field.ts';

@InputType('ProgramFilter', { description: 'Which programs. Fields narrow together, values of one field are alternatives.' })
export class ProgramFilter {
  @Narrows(() => [ProgramKindInput], 'Of these kinds.') kinds?: ProgramKindInput[];
  @Narrows(() => [ProgramStatusInput], 'With these statuses.') statuses?: ProgramStatusInput[];
  @Narrows(() => [DirectionInput], 'In any of these lines of work.') directions?: DirectionInput[];
  @Narrows(() => Edtf, 'Running on a day of this period; an unknown end counts as the first day. Undated ones are left out.')
  period?: string;
}
