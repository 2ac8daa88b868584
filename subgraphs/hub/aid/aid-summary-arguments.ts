import { ArgsType, Field } from 'type-graphql';
import { CountryCode } from '../../contract/scalars/country-code.ts';
import { Edtf } from '../../contract/scalars/edtf.ts';
import { Glide } from '../../contract/scalars/glide.ts';

@ArgsType()
export class AidSummaryArguments {
  @Field(() => Glide, {
    description: 'The disaster: type, year and serial of its GLIDE number count, the country at the end does not. Errors: CODE_UNKNOWN.',
  })
  glide!: string;
  @Field(() => Edtf, {
    nullable: true,
    description: 'Only flows whose known days lie in it; the others stand in `excluded`. Absent: any time. Errors: PERIOD_INVALID.',
  })
  period?: string;
  @Field(() => [CountryCode], {
    nullable: true,
    description: 'Flows that the networks of these countries publish. Absent: all members. Errors: COUNTRY_UNKNOWN.',
  })
  countries?: string[];
}
