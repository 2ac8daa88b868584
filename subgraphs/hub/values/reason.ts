import { ID } from 'type-graphql';
import type { Labels } from '../../contract/code-lists/labels.ts';
import type { Language } from '../../contract/enums/language.ts';
import { LanguageArgument } from '../../contract/values/language-argument.ts';
import { localized } from '../../contract/values/localized-text.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { ReasonWeight } from '../enums/reason-weight.ts';
import { HubType } from './hub-type.ts';

@HubType('Reason', 'One thing that speaks against comparing or adding figures, or for doing so with care.')
export class Reason {
  @Answer(() => String, 'The reason as a code, such as PERIOD_DIFFERS.') code!: string;
  @Answer(() => ReasonWeight, 'How heavily it weighs.') weight!: ReasonWeight;

  @Answer(() => String, 'The reason in one sentence.')
  text(@LanguageArgument() language?: Language): string | null {
    return localized(this.words, language);
  }

  @Answer(() => [ID], 'Ids of the statements that it holds for; of two compared statements it holds for the pair.') statements!: string[];

  /** Not in the schema. */
  words!: Labels | null;
}
