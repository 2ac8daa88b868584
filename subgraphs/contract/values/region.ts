import { ID } from 'type-graphql';
import { CalendarDate } from '../scalars/calendar-date.ts';
import { LocalizedText } from './localized-text.ts';
import { Node } from './node.ts';
import { Answer, PublishedType } from './published-type.ts';
import { RegionCode } from './region-code.ts';

@PublishedType('Region', 'An area of a country. A new area is a new region; a new code of the same area is only one more code.', [Node])
export class Region extends Node {
  @Answer(() => String, 'ISO 3166-2 code of today. Null: ISO has none for this area.') iso?: string | null;
  @Answer(() => String, "The owner's own code. Null: the owner gives none.") national?: string | null;
  @Answer(() => String, 'System of the national code: KATO, OKTMO, SOATO. Null: no national code.') nationalSystem?: string | null;
  @Answer(() => LocalizedText, 'Name in the four languages.') name?: LocalizedText | null;
  @Answer(() => [String], 'Other spellings and names, in any language.') aliases?: string[] | null;
  @Answer(() => [RegionCode], 'All codes the area has or had.') codes?: RegionCode[] | null;
  @Answer(() => CalendarDate, 'First day of the area. Null: not known, or from the beginning.') validFrom?: string | null;
  @Answer(() => CalendarDate, 'First day on which the area is no more. Null: it is.') validTo?: string | null;
  @Answer(() => [ID], 'Ids of the regions whose area it took over.') replaces?: string[] | null;
  @Answer(() => [ID], 'Ids of the regions that took over its area.') replacedBy?: string[] | null;
}
