import { Int } from 'type-graphql';
import { CommitmentBasis } from '../../contract/enums/commitment-basis.ts';
import type { Language } from '../../contract/enums/language.ts';
import { Commitment } from '../../contract/values/commitment.ts';
import { LanguageArgument } from '../../contract/values/language-argument.ts';
import { localized, type LocalizedText } from '../../contract/values/localized-text.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { HubType } from './hub-type.ts';

@HubType('JointCommitment', 'Something agreed in a joint program, with what each party reports of it.')
export class JointCommitment {
  @Answer(() => String, 'One word for it, the same for every party.') key!: string;
  @Answer(() => Int, 'Place in the order of the text, counted from 1.') seq!: number;
  @Answer(() => CommitmentBasis, 'Kind of text it stands in.') basis!: CommitmentBasis;

  @Answer(() => String, 'What was agreed, in the words of the hub.')
  text(@LanguageArgument() language?: Language): string | null {
    return localized(this.texts, language);
  }

  @Answer(() => [Commitment], 'The report of each party that answered, by country; a party that reports nothing of it has none.')
  reports?: Commitment[] | null;

  @Answer(() => Boolean, 'Whether all reports tell the same status. Null: fewer than two reports.')
  sameStatus?: boolean | null;

  /** Not in the schema. */
  texts!: LocalizedText;
}
