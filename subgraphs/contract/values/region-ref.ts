import type { Language } from '../enums/language.ts';
import { LanguageArgument } from './language-argument.ts';
import { localized, type LocalizedText } from './localized-text.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('RegionRef', 'A region, as rows refer to it.')
export class RegionRef {
  @Answer(() => String, 'ISO 3166-2 code of today. Null: ISO has none for this region.') iso?: string | null;
  @Answer(() => String, "The owner's own code. Null: the owner gives none.") national?: string | null;
  @Answer(() => String, 'System of the national code: KATO, OKTMO, SOATO. Null: no national code.') nationalSystem?: string | null;

  @Answer(() => String, 'Name of the region. Null: the owner gives none.')
  name(@LanguageArgument() language?: Language): string | null {
    return localized(this.names, language);
  }

  /** Not in the schema. */
  names?: LocalizedText | null;
}
