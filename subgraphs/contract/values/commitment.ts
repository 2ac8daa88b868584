import { ID, Int } from 'type-graphql';
import { CommitmentBasis } from '../enums/commitment-basis.ts';
import { CommitmentStatus } from '../enums/commitment-status.ts';
import { Direction } from '../enums/direction.ts';
import type { Language } from '../enums/language.ts';
import { CalendarDate } from '../scalars/calendar-date.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { LanguageArgument } from './language-argument.ts';
import { localized, type LocalizedText } from './localized-text.ts';
import { Node } from './node.ts';
import { Period } from './period.ts';
import { Answer, PublishedType } from './published-type.ts';
import { Source } from './source.ts';

@PublishedType('Commitment', "One party's own report of something agreed in a joint program.", [Node])
export class Commitment extends Node {
  @Answer(() => CountryCode, 'The party that reports.') country?: string | null;
  @Answer(() => ID, 'Id of the joint program.') jointProgramId?: string | null;
  @Answer(() => String, 'One word for the commitment, the same for every party.') key?: string | null;
  @Answer(() => Int, 'Place in the order of the text, counted from 1.') seq?: number | null;
  @Answer(() => CommitmentBasis, 'Kind of text it stands in.') basis?: CommitmentBasis | null;
  @Answer(() => String, "The party's own word for the basis. Null: basis is not OTHER.") rawBasis?: string | null;

  @Answer(() => String, 'What was agreed, in the words of the party.')
  text(@LanguageArgument() language?: Language): string | null {
    return localized(this.texts, language);
  }

  @Answer(() => Direction, 'Line of work. Null: not said.') direction?: Direction | null;
  @Answer(() => CommitmentStatus, 'How far it has come, as this party says.') status?: CommitmentStatus | null;
  @Answer(() => String, "The party's own word for the status. Null: status is not OTHER.") rawStatus?: string | null;
  @Answer(() => CalendarDate, 'The day for which the status is told. Null: not said.') statusAsOf?: string | null;
  @Answer(() => Period, 'When it is due. Null: no date was agreed.') due?: Period | null;
  @Answer(() => [String], 'Public addresses that show it was done. Empty: none given.') evidence?: string[] | null;
  @Answer(() => Source, 'Where it is told.') source?: Source | null;

  /** Not in the schema. */
  texts?: LocalizedText | null;
}
