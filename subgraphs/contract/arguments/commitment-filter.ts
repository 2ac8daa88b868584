import { InputType } from 'type-graphql';
import { CommitmentStatusInput } from '../enums/commitment-status.ts';
import { DirectionInput } from '../enums/direction.ts';
import { Narrows } from './filter-field.ts';

@InputType('CommitmentFilter', { description: 'Which commitments. Fields narrow together, values of one field are alternatives.' })
export class CommitmentFilter {
  @Narrows(() => [CommitmentStatusInput], 'With these statuses.') statuses?: CommitmentStatusInput[];
  @Narrows(() => [DirectionInput], 'In any of these lines of work.') directions?: DirectionInput[];
}
