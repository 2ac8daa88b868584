import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Language } from '../../contract/enums/language.ts';
import { NationalNetwork } from '../../contract/national-network.ts';
import { LanguageArgument } from '../../contract/values/language-argument.ts';
import { localized } from '../../contract/values/localized-text.ts';
import type { RequestContext } from '../access/request-context.ts';

@Resolver(() => NationalNetwork)
export class NameResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Name of the country. Null: not answered.' })
  name(@Ctx() { network }: RequestContext, @LanguageArgument() language?: Language): string | null {
    return localized(network.names, language);
  }
}
