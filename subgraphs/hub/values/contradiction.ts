import { Certainty } from '../../contract/enums/certainty.ts';
import { ContradictionKind } from '../../contract/enums/contradiction-kind.ts';
import { ContradictionStatus } from '../../contract/enums/contradiction-status.ts';
import type { Language } from '../../contract/enums/language.ts';
import { EntityRef } from '../../contract/values/entity-ref.ts';
import { LanguageArgument } from '../../contract/values/language-argument.ts';
import { localized, type TextVersions } from '../../contract/values/localized-text.ts';
import { Node } from '../../contract/values/node.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { Statement } from '../../contract/values/statement.ts';
import { HubType } from './hub-type.ts';

@HubType('Contradiction', 'Rows that do not go together, found by a rule. Both are kept; neither is repaired.', [Node])
export class Contradiction extends Node {
  @Answer(() => String, 'The rule that found it.') rule!: string;
  @Answer(() => ContradictionKind, 'What kind it is.') kind!: ContradictionKind;
  @Answer(() => [EntityRef], 'The rows of the one side.') a!: EntityRef[];
  @Answer(() => [EntityRef], 'The rows of the other side. Empty: the row contradicts itself.') b!: EntityRef[];
  @Answer(() => [Statement], 'Its statements, by id. Empty: it is not between statements.') statements?: Statement[] | null;

  @Answer(() => String, 'What does not go together, in a sentence.')
  explanation(@LanguageArgument() language?: Language): string | null {
    return localized(this.explanations, language);
  }

  @Answer(() => Certainty, 'How sure it is.') certainty!: Certainty;
  @Answer(() => [String], 'In what the sides differ, and may therefore both be right: DEFINITION, PERIOD, LEVEL, SUBJECT.')
  explainedBy!: string[];
  @Answer(() => ContradictionStatus, 'What became of it.') status!: ContradictionStatus;

  /** Not in the schema. */
  explanations?: TextVersions | null;
}
