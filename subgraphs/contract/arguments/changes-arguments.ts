import { ArgsType, Field } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { PageArguments } from './page-arguments.ts';

@ArgsType()
export class ChangesArguments extends PageArguments {
  @Field(() => DateTime, {
    description:
      'Changes of this instant and later. To follow a copy of the lists without a gap, take the lastPublishedAt that was read before the copy was made. Errors: DATE_INVALID.',
  })
  since!: string;
}
