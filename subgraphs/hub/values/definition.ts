import type { DefinitionLabels } from '../../contract/code-lists/definition-labels.ts';
import type { Language } from '../../contract/enums/language.ts';
import { DefinitionCode } from '../../contract/scalars/definition-code.ts';
import { LanguageArgument } from '../../contract/values/language-argument.ts';
import { localized } from '../../contract/values/localized-text.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { HubType } from './hub-type.ts';

@HubType('Definition', 'Which ones an indicator counts, in words.')
export class Definition {
  @Answer(() => DefinitionCode, 'The code, as statements bear it.') code!: string;

  @Answer(() => String, 'A few words, as they stand behind a colon.')
  label(@LanguageArgument() language?: Language): string | null {
    return localized(this.words?.label, language);
  }

  @Answer(() => String, 'One sentence on what is counted and what is not.')
  text(@LanguageArgument() language?: Language): string | null {
    return localized(this.words?.text, language);
  }

  /** Not in the schema. */
  words!: DefinitionLabels | null;
}
