import type { Language } from '../enums/language.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { LanguageArgument } from './language-argument.ts';
import { localized, type TextVersions } from './localized-text.ts';
import { Node } from './node.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('SearchHit', 'A publication that a search found. Its id is that of the publication: `node` gives the whole row.', [Node])
export class SearchHit extends Node {
  @Answer(() => CountryCode, 'Country whose network publishes it.') country?: string | null;
  @Answer(() => String, 'Name of its type in this schema, for example Organization.') type?: string | null;

  @Answer(() => String, 'Its name or title.')
  name(@LanguageArgument() language?: Language): string | null {
    return localized(this.names, language);
  }

  /** Not in the schema. */
  names?: TextVersions | null;
}
