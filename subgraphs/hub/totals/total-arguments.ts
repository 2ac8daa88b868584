import { ArgsType, Field } from 'type-graphql';
import { CalendarDate } from '../../contract/scalars/calendar-date.ts';
import { CountryCode } from '../../contract/scalars/country-code.ts';
import { DefinitionCode } from '../../contract/scalars/definition-code.ts';
import { Edtf } from '../../contract/scalars/edtf.ts';
import { IndicatorCode } from '../../contract/scalars/indicator-code.ts';

@ArgsType()
export class TotalArguments {
  @Field(() => IndicatorCode, { description: 'What is counted. Errors: CODE_UNKNOWN.' }) indicator!: string;
  @Field(() => DefinitionCode, {
    description:
      'Which ones are counted; UNSPECIFIED for statements that do not say. Errors: CODE_UNKNOWN, also for a definition that the indicator never has.',
  })
  definition!: string;
  @Field(() => Edtf, {
    nullable: true,
    description:
      'Only statements whose known days lie in it. Absent: any time; an unknown end then counts as the earliest. Errors: PERIOD_INVALID.',
  })
  period?: string;
  @Field(() => [CountryCode], {
    nullable: true,
    description:
      'Statements of the networks of these countries. Absent: of all members, and those that belong to no single country. Errors: COUNTRY_UNKNOWN.',
  })
  countries?: string[];
  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The total as it could be made on this day: of what was known by then and not superseded by then. Absent: of the current statements. Errors: DATE_INVALID.',
  })
  asOf?: string;
}
