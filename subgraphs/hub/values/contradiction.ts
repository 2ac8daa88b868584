import type { Labels } from '../../contract/code-lists/labels.ts';
import type { Language } from '../../contract/enums/language.ts';
import { EntityRef } from '../../contract/values/entity-ref.ts';
import { LanguageArgument } from '../../contract/values/language-argument.ts';
import { localized, LocalizedText } from '../../contract/values/localized-text.ts';
import { Node } from '../../contract/values/node.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { Statement } from '../../contract/values/statement.ts';
import { Certainty } from '../enums/certainty.ts';
import { ContradictionKind } from '../enums/contradiction-kind.ts';
import { ContradictionStatus } from '../enums/contradiction-status.ts';
import { HubType } from './hub-type.ts';

@HubType('Contradiction', 'Two things that do not go together, kept side by side: nothing is repaired or preferred.', [Node])
export class Contradiction extends Node {
  @Answer(() => String, 'The rule that found it, such as JUMP.') rule!: string;
  @Answer(() => ContradictionKind, 'What does not go together.') kind!: ContradictionKind;
  @Answer(() => [EntityRef], 'What stands on one side.') a!: EntityRef[];
  @Answer(() => [EntityRef], 'What stands on the other. Empty: one row contradicts itself.') b!: EntityRef[];
  @Answer(() => [Statement], 'The statements on either side, by id. Empty: it is about rows without a number.') statements?:
    | Statement[]
    | null;

  @Answer(() => String, 'What does not go together, in plain words.')
  explanation(@LanguageArgument() language?: Language): string | null {
    return localized(this.words, language);
  }

  @Answer(() => Certainty, 'What it rests on.') certainty!: Certainty;
  @Answer(() => [String], 'In what the sides differ, which may explain it: DEFINITION, PERIOD, LEVEL, SUBJECT.') explainedBy!: string[];
  @Answer(() => ContradictionStatus, 'How far it is cleared up.') status!: ContradictionStatus;
  @Answer(() => LocalizedText, 'What its owner says of it. Null: nothing.') note!: LocalizedText | null;

  /** Not in the schema. */
  words!: Labels;
}
