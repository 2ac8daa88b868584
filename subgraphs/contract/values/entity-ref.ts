import { ID } from 'type-graphql';
import type { Language } from '../enums/language.ts';
import { SubjectKind } from '../enums/subject-kind.ts';
import { LanguageArgument } from './language-argument.ts';
import { localized, type LocalizedText } from './localized-text.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('EntityRef', 'A reference to a row, a country, a region or a code list, possibly of another owner.')
export class EntityRef {
  @Answer(() => SubjectKind, 'What it refers to. Null: not known.') kind?: SubjectKind | null;
  @Answer(() => ID, 'Id of the row; of a COUNTRY its code, of a REGION its code, of a CODE_LIST its name.') id?: string | null;

  @Answer(() => String, 'Name of what it refers to. Null: the owner of this reference does not hold that row.')
  name(@LanguageArgument() language?: Language): string | null {
    return localized(this.names, language);
  }

  /** Not in the schema. */
  names?: LocalizedText | null;
}
