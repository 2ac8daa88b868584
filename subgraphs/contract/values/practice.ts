import { Direction } from '../enums/direction.ts';
import type { Language } from '../enums/language.ts';
import { CalendarDate } from '../scalars/calendar-date.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { EntityRef } from './entity-ref.ts';
import { LanguageArgument } from './language-argument.ts';
import { localized, type LocalizedText } from './localized-text.ts';
import { Node } from './node.ts';
import { Answer, PublishedType } from './published-type.ts';
import { Source } from './source.ts';

@PublishedType('Practice', 'A way of working that a network offers to others.', [Node])
export class Practice extends Node {
  @Answer(() => CountryCode, 'Country whose network publishes it.') country?: string | null;

  @Answer(() => String, 'Title.')
  title(@LanguageArgument() language?: Language): string | null {
    return localized(this.titles, language);
  }

  @Answer(() => String, 'Description.')
  text(@LanguageArgument() language?: Language): string | null {
    return localized(this.texts, language);
  }

  @Answer(() => [Direction], 'Lines of work. Empty: not said.') directions?: Direction[] | null;
  @Answer(() => EntityRef, 'Body that offers it. Null: not stated.') organization?: EntityRef | null;
  @Answer(() => [String], 'Languages in which it can be shared, as BCP 47 tags.') languages?: string[] | null;
  @Answer(() => CalendarDate, 'In use since. Null: not stated.') since?: string | null;
  @Answer(() => String, 'Public page with the contacts of the office. Null: not known.') contactPage?: string | null;
  @Answer(() => Source, 'Where it is told.') source?: Source | null;

  /** Not in the schema. */
  titles?: LocalizedText | null;
  /** Not in the schema. */
  texts?: LocalizedText | null;
}
