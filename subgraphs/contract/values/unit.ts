import { Direction } from '../enums/direction.ts';
import type { Language } from '../enums/language.ts';
import { Level } from '../enums/level.ts';
import { UnitKind } from '../enums/unit-kind.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { EntityRef } from './entity-ref.ts';
import { LanguageArgument } from './language-argument.ts';
import { localized, type LocalizedText } from './localized-text.ts';
import { Node } from './node.ts';
import { Period } from './period.ts';
import { Answer, PublishedType } from './published-type.ts';
import { RegionRef } from './region-ref.ts';
import { Statement } from './statement.ts';

@PublishedType('Unit', 'A branch, an office or a center; not a unit of measure.', [Node])
export class Unit extends Node {
  @Answer(() => CountryCode, 'Country whose network publishes it.') country?: string | null;

  @Answer(() => String, 'Name.')
  name(@LanguageArgument() language?: Language): string | null {
    return localized(this.names, language);
  }

  @Answer(() => [String], 'Other names and spellings that sources use.') aliases?: string[] | null;
  @Answer(() => UnitKind, 'Kind of unit.') kind?: UnitKind | null;
  @Answer(() => String, "The owner's own word for the kind. Null: kind is not OTHER, or no word was given.") rawKind?: string | null;
  @Answer(() => Level, 'Level it works at. Null: not said.') level?: Level | null;
  @Answer(() => EntityRef, 'Body it belongs to. Null: not stated.') parent?: EntityRef | null;
  @Answer(() => EntityRef, 'Body that houses it. Null: not stated.') host?: EntityRef | null;
  @Answer(() => RegionRef, 'Region it stands in. Null: not stated.') region?: RegionRef | null;
  @Answer(() => String, 'Public place where it can be found. Null: not stated.') place?: string | null;
  @Answer(() => Period, 'When it opened. Null: not stated.') opened?: Period | null;
  @Answer(() => [Direction], 'Lines of work. Empty: not said.') directions?: Direction[] | null;
  @Answer(() => Boolean, 'Whether one row stands for several units that the source does not list.') collective?: boolean | null;
  @Answer(() => Statement, 'How many units a collective row stands for. Null: not collective, or the number is not stated.')
  count?: Statement | null;
  @Answer(() => String, 'Public page with the contacts of the office. Null: not known.') contactPage?: string | null;

  /** Not in the schema. */
  names?: LocalizedText | null;
}
