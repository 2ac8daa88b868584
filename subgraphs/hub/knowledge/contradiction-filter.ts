import { ID, InputType } from 'type-graphql';
import { Narrows } from '../../contract/arguments/filter-field.ts';
import { CountryCode } from '../../contract/scalars/country-code.ts';
import { ContradictionKindInput } from '../enums/contradiction-kind.ts';
import { ContradictionStatusInput } from '../enums/contradiction-status.ts';

@InputType('ContradictionFilter', { description: 'Which contradictions. Fields narrow together, values of one field are alternatives.' })
export class ContradictionFilter {
  @Narrows(() => [CountryCode], 'Among rows that the networks of these countries publish; no other country is asked.') countries?: string[];
  @Narrows(() => [ContradictionKindInput], 'Of these kinds.') kinds?: ContradictionKindInput[];
  @Narrows(() => [String], 'Found by these rules, such as JUMP. Errors: CODE_UNKNOWN.') rules?: string[];
  @Narrows(() => [ID], 'In which any of these statements stands. Errors: ID_INVALID.') statements?: string[];
  @Narrows(() => [ContradictionStatusInput], 'Cleared up so far.') statuses?: ContradictionStatusInput[];
}
