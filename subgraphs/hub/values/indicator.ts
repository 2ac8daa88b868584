import type { Labels } from '../../contract/code-lists/labels.ts';
import type { Language } from '../../contract/enums/language.ts';
import { IndicatorCode } from '../../contract/scalars/indicator-code.ts';
import { UnitCode } from '../../contract/scalars/unit-code.ts';
import { LanguageArgument } from '../../contract/values/language-argument.ts';
import { localized } from '../../contract/values/localized-text.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { Availability } from './availability.ts';
import { Definition } from './definition.ts';
import { HubType } from './hub-type.ts';

@HubType('Indicator', 'What a figure can count, and how such figures add up.')
export class Indicator {
  @Answer(() => IndicatorCode, 'The code, as statements bear it.') code!: string;
  @Answer(() => UnitCode, 'Unit of its values.') unit!: string;
  @Answer(() => String, 'How several periods of one subject join: LAST, SUM, MAX, or none.') timeRule!: string;
  @Answer(() => String, 'How disjoint subjects of one period join: SUM, or none.') placeRule!: string;
  @Answer(() => String, 'Indicators of one family are told of the same thing.') family!: string;

  @Answer(() => String, 'What it counts, as a heading.')
  label(@LanguageArgument() language?: Language): string | null {
    return localized(this.labels, language);
  }

  @Answer(() => [Definition], 'Definitions that it can come with; which of them a country uses stands in availability.')
  definitions!: Definition[];

  @Answer(
    () => [Availability],
    'The countries that have current statements of it, by code. One that has none is absent, and so is one that did not answer: networkStatus tells which is away.',
  )
  availability?: Availability[] | Promise<Availability[]> | null;

  /** Not in the schema. */
  labels!: Labels | null;
}
