import { InputType } from 'type-graphql';
import { Narrows } from '../../contract/arguments/filter-field.ts';
import { DirectionInput } from '../../contract/enums/direction.ts';
import { ProgramKindInput } from '../../contract/enums/program-kind.ts';
import { CountryCode } from '../../contract/scalars/country-code.ts';
import { Edtf } from '../../contract/scalars/edtf.ts';

@InputType('JointProgramFilter', {
  description: 'Which joint programs. Fields narrow together; of `parties` all must be parties, of the others any value fits.',
})
export class JointProgramFilter {
  @Narrows(() => [CountryCode], 'All of these countries are parties to it. Errors: COUNTRY_UNKNOWN.') parties?: string[];
  @Narrows(() => [DirectionInput], 'In any of these lines of work.') directions?: DirectionInput[];
  @Narrows(() => [ProgramKindInput], 'Of these kinds.') kinds?: ProgramKindInput[];
  @Narrows(() => Edtf, 'Running on a day of this period; an unknown end counts as the first day. Undated ones are left out.')
  period?: string;
}
