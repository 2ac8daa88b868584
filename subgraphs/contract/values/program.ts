import { Direction } from '../enums/direction.ts';
import type { Language } from '../enums/language.ts';
import { Level } from '../enums/level.ts';
import { ProgramKind } from '../enums/program-kind.ts';
import { ProgramStatus } from '../enums/program-status.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { EntityRef } from './entity-ref.ts';
import { LanguageArgument } from './language-argument.ts';
import { localized, type LocalizedText } from './localized-text.ts';
import { Node } from './node.ts';
import { Period } from './period.ts';
import { Answer, PublishedType } from './published-type.ts';
import { RegionRef } from './region-ref.ts';
import { Source } from './source.ts';

@PublishedType('Program', 'A program, project, campaign or award of one country.', [Node])
export class Program extends Node {
  @Answer(() => CountryCode, 'Country whose network publishes it.') country?: string | null;

  @Answer(() => String, 'Name.')
  name(@LanguageArgument() language?: Language): string | null {
    return localized(this.names, language);
  }

  @Answer(() => [String], 'Other names and spellings that sources use.') aliases?: string[] | null;
  @Answer(() => ProgramKind, 'Kind of program.') kind?: ProgramKind | null;
  @Answer(() => String, "The owner's own word for the kind. Null: kind is not OTHER, or no word was given.") rawKind?: string | null;
  @Answer(() => ProgramStatus, 'How far it has come. Null: not said.') status?: ProgramStatus | null;
  @Answer(() => String, "The owner's own word for the status. Null: status is not OTHER, or no word was given.") rawStatus?: string | null;
  @Answer(() => [EntityRef], 'Bodies that organize it. Empty: not stated.') organizers?: EntityRef[] | null;
  @Answer(() => [Direction], 'Lines of work. Empty: not said.') directions?: Direction[] | null;
  @Answer(() => Level, 'Level it works at. Null: not said.') level?: Level | null;
  @Answer(() => Period, 'When it runs. Null: not stated.') period?: Period | null;
  @Answer(() => String, 'How often it meets, as an ISO 8601 duration. Null: no rhythm is stated.') rhythm?: string | null;
  @Answer(() => RegionRef, 'Region it works in. Null: the whole country, or not stated.') region?: RegionRef | null;
  @Answer(() => Source, 'Where it is told.') source?: Source | null;

  /** Not in the schema. */
  names?: LocalizedText | null;
}
