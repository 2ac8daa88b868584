import { ArgsType, Field } from 'type-graphql';
import { PageArguments } from './page-arguments.ts';

@ArgsType()
export class SearchArguments extends PageArguments {
  @Field(() => String, {
    description:
      'Part of a name or title, in any of the languages and either script; case, ё/е, quotation marks and apostrophes do not matter. At least two letters. Errors: BAD_USER_INPUT.',
  })
  text!: string;
}
