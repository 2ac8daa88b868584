import { PeriodBasis } from '../enums/period-basis.ts';
import { CalendarDate } from '../scalars/calendar-date.ts';
import { Edtf } from '../scalars/edtf.ts';
import { LocalizedText } from './localized-text.ts';
import { Node } from './node.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('Source', 'Where something was said: a report, an article, a register.', [Node])
export class Source extends Node {
  @Answer(() => String, 'One word for the source in every country that cites it: rows with one key are one source.') key?: string | null;
  @Answer(() => String, 'Title as printed. Null: the source has none, see label.') title?: string | null;
  @Answer(() => LocalizedText, 'What the source is, in our words.') label?: LocalizedText | null;
  @Answer(() => String, 'Who published it. Null: not known.') publisher?: string | null;
  @Answer(() => String, 'Address of the publication. Null: not known.') url?: string | null;
  @Answer(() => String, 'Language of the text as a BCP 47 tag. Null: not known.') language?: string | null;
  @Answer(() => Edtf, 'Date of publication as stated. Null: not stated.') published?: string | null;
  @Answer(() => Edtf, 'Date of publication as inferred from outside the text; an interval means some day inside it. Null: not inferred.')
  publishedInferred?: string | null;
  @Answer(
    () => CalendarDate,
    'The day from which it can be known: the last day of published, else of publishedInferred. Null: neither is known.',
  )
  knownFrom?: string | null;
  @Answer(() => PeriodBasis, 'How knownFrom is known. Null: knownFrom is null.') knownFromBasis?: PeriodBasis | null;
}
