import type { Language } from '../../contract/enums/language.ts';
import { ReasonWeight } from '../../contract/enums/reason-weight.ts';
import { LanguageArgument } from '../../contract/values/language-argument.ts';
import { localized, type TextVersions } from '../../contract/values/localized-text.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { HubType } from './hub-type.ts';

@HubType('Reason', 'A reason for a verdict or a warning.')
export class Reason {
  @Answer(() => String, 'The reason as a code.') code!: string;
  @Answer(() => ReasonWeight, 'How heavily it weighs.') weight!: ReasonWeight;

  @Answer(() => String, 'The reason in a sentence.')
  text(@LanguageArgument() language?: Language): string | null {
    return localized(this.texts, language);
  }

  /** Not in the schema. */
  texts?: TextVersions | null;
}
