import { ID, Int } from 'type-graphql';
import { ActionKind } from '../enums/action-kind.ts';
import { ActionStatus } from '../enums/action-status.ts';
import { Direction } from '../enums/direction.ts';
import type { Language } from '../enums/language.ts';
import { Level } from '../enums/level.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { EntityRef } from './entity-ref.ts';
import { LanguageArgument } from './language-argument.ts';
import { localized, type LocalizedText } from './localized-text.ts';
import { Node } from './node.ts';
import { Period } from './period.ts';
import { Answer, PublishedType } from './published-type.ts';
import { RegionRef } from './region-ref.ts';
import { Source } from './source.ts';
import { Statement } from './statement.ts';

@PublishedType('Action', 'An event or an action.', [Node])
export class Action extends Node {
  @Answer(() => CountryCode, 'Country whose network publishes it.') country?: string | null;
  @Answer(() => [CountryCode], 'Countries that take part, as far as the source names them.') countries?: string[] | null;

  @Answer(() => String, 'Name; a description where it has no proper name.')
  name(@LanguageArgument() language?: Language): string | null {
    return localized(this.names, language);
  }

  @Answer(() => Boolean, 'Whether the name is its own, and not a description.') properName?: boolean | null;
  @Answer(() => ActionKind, 'Kind of action.') kind?: ActionKind | null;
  @Answer(() => String, "The owner's own word for the kind. Null: kind is not OTHER, or no word was given.") rawKind?: string | null;
  @Answer(() => ActionStatus, 'How far it has come. Null: not said.') status?: ActionStatus | null;
  @Answer(() => String, "The owner's own word for the status. Null: status is not OTHER, or no word was given.") rawStatus?: string | null;
  @Answer(() => Period, 'Its days. Null: undated.') period?: Period | null;
  @Answer(() => String, 'Public place, in the words of the source. Null: not stated.') place?: string | null;
  @Answer(() => RegionRef, 'Region it takes place in. Null: not stated.') region?: RegionRef | null;
  @Answer(() => [EntityRef], 'Bodies that organize it. Empty: not stated.') organizers?: EntityRef[] | null;
  @Answer(() => EntityRef, 'Program it belongs to. Null: none is stated.') program?: EntityRef | null;
  @Answer(() => EntityRef, 'Larger action it is part of. Null: none is stated.') superAction?: EntityRef | null;
  @Answer(() => [Direction], 'Lines of work. Empty: not said.') directions?: Direction[] | null;
  @Answer(() => Level, 'Level of it. Null: not said.') level?: Level | null;
  @Answer(() => Int, 'Which edition it is, counted from 1. Null: not stated.') edition?: number | null;
  @Answer(() => Boolean, 'Whether partners are sought. Null: nobody said.') seekingPartners?: boolean | null;
  @Answer(() => [ID], 'Ids of statements whose count includes it.') partOf?: string[] | null;
  @Answer(() => [Statement], 'Statements about it, by id.') statements?: Statement[] | null;
  @Answer(() => Source, 'Where it is told.') source?: Source | null;

  /** Not in the schema. */
  names?: LocalizedText | null;
}
