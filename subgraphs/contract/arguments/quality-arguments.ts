import { ArgsType, Field } from 'type-graphql';
import { QualityOccasionInput } from '../enums/quality-occasion.ts';
import { QualitySeverityInput } from '../enums/quality-severity.ts';
import { PageArguments } from './page-arguments.ts';

@ArgsType()
export class QualityArguments extends PageArguments {
  @Field(() => String, { nullable: true, description: 'Findings of this rule alone. Absent: of all. Errors: CODE_UNKNOWN.' })
  rule?: string;
  @Field(() => QualitySeverityInput, { nullable: true, description: 'Findings of this severity alone. Absent: of both.' })
  severity?: QualitySeverityInput;
  @Field(() => QualityOccasionInput, {
    defaultValue: QualityOccasionInput.CHECK,
    description: 'The latest check of this occasion.',
  })
  occasion!: QualityOccasionInput;
}
