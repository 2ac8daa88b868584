import { ArgsType, Field, Int } from 'type-graphql';
import { DEFAULT_PAGE_SIZE } from '../connections/page-size.ts';

@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: DEFAULT_PAGE_SIZE, description: 'Rows of the page, 1 to 1000. Errors: PAGE_TOO_LARGE.' })
  first!: number;
  @Field(() => String, { nullable: true, description: 'Cursor behind which the page begins. Errors: CURSOR_INVALID.' }) after?: string;
}
