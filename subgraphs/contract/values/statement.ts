import { Arg, Ctx, Float, ID, Int } from 'type-graphql';
import { cite } from '../citation/cite.ts';
import type { CitedFigure } from '../citation/cited-figure.ts';
import { Basis } from '../enums/basis.ts';
import { CitationStyle } from '../enums/citation-style.ts';
import { Language } from '../enums/language.ts';
import { Level } from '../enums/level.ts';
import { Method } from '../enums/method.ts';
import { MissingReason } from '../enums/missing-reason.ts';
import { ObsStatus } from '../enums/obs-status.ts';
import { Qualifier } from '../enums/qualifier.ts';
import { VolunteerMode } from '../enums/volunteer-mode.ts';
import { CalendarDate } from '../scalars/calendar-date.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { DateTime } from '../scalars/date-time.ts';
import { DefinitionCode } from '../scalars/definition-code.ts';
import { IndicatorCode } from '../scalars/indicator-code.ts';
import { UnitCode } from '../scalars/unit-code.ts';
import { EntityRef } from './entity-ref.ts';
import { LocalizedText } from './localized-text.ts';
import { Node } from './node.ts';
import { Period } from './period.ts';
import { Answer, PublishedType } from './published-type.ts';
import { Reading } from './reading.ts';
import { RegionRef } from './region-ref.ts';
import { Source } from './source.ts';

@PublishedType(
  'Statement',
  'A number that somebody said, with the words it came in. Append-only: a correction is a new statement that supersedes the old one.',
  [Node],
)
export class Statement extends Node {
  @Answer(() => CountryCode, 'Country whose network publishes it.') country?: string | null;
  @Answer(() => EntityRef, 'What it is about.') subject?: EntityRef | null;
  @Answer(() => IndicatorCode, 'What is counted.') indicator?: string | null;
  @Answer(() => DefinitionCode, 'Which ones are counted; UNSPECIFIED when the source does not say.') definition?: string | null;
  @Answer(() => Basis, 'REPORTED: a statement is always somebody else’s word.') basis?: Basis | null;
  @Answer(() => Float, 'The number said. Unit: that of `unit`. Null: told without a number, or kept back (then missingReason).') value?:
    | number
    | null;
  @Answer(() => Float, 'The least value the words allow. Unit: that of `unit`. Null: the words set no lower bound.') lower?: number | null;
  @Answer(() => Boolean, 'Whether `lower` itself is excluded. Null: lower is null.') lowerOpen?: boolean | null;
  @Answer(() => Float, 'The greatest value the words allow. Unit: that of `unit`. Null: the words set no upper bound.') upper?:
    | number
    | null;
  @Answer(() => Boolean, 'Whether `upper` itself is excluded. Null: upper is null.') upperOpen?: boolean | null;
  @Answer(() => Qualifier, 'How the source words the number.') qualifier?: Qualifier | null;
  @Answer(() => String, "The source's own word for the qualifier. Null: qualifier is not OTHER.") rawQualifier?: string | null;
  @Answer(() => UnitCode, 'Unit of value and bounds.') unit?: string | null;
  @Answer(() => Period, 'The time it is told of.') period?: Period | null;
  @Answer(() => RegionRef, 'Region it is told of. Null: the whole country, or the subject says it.') region?: RegionRef | null;
  @Answer(() => [Level], 'Levels that the count covers. Empty: not stated.') levels?: Level[] | null;
  @Answer(() => String, 'A part of the counted ones, for example MEDICAL or CHILDREN. Null: all of them.') population?: string | null;
  @Answer(() => VolunteerMode, 'Mode of volunteer work. Null but with definition SURVEY_ICLS19.') mode?: VolunteerMode | null;
  @Answer(() => Int, 'Lowest age counted, in years. Null but with definition SURVEY_ICLS19.') minAge?: number | null;
  @Answer(() => String, 'Reference period as an ISO 8601 duration. Null but with definition SURVEY_ICLS19.') referencePeriod?:
    | string
    | null;
  @Answer(() => Method, 'How the figure was found. Null: not said.') method?: Method | null;
  @Answer(() => ObsStatus, 'Status by SDMX CL_OBS_STATUS, derived by the owner.') obsStatus?: ObsStatus | null;
  @Answer(() => MissingReason, 'Why the value is kept back. Null: it is not kept back.') missingReason?: MissingReason | null;
  @Answer(() => Source, 'Where it was said.') source?: Source | null;
  @Answer(() => String, 'The office or the text that asserts it, never a person. Null: not said.') assertedBy?: string | null;
  @Answer(() => String, 'The words of the source. Null: not kept.') rawText?: string | null;
  @Answer(() => [Reading], 'Ways to understand the words, where there are several. Empty: one way.') readings?: Reading[] | null;
  @Answer(() => LocalizedText, 'A remark of the owner. Null: none.') note?: LocalizedText | null;
  @Answer(() => [ID], 'Ids of statements whose count includes this one.') partOf?: string[] | null;
  @Answer(() => [ID], 'Ids of statements that may count the same ones.') overlaps?: string[] | null;
  @Answer(() => CalendarDate, 'The day from which it can be known: that of the source, else of recordedAt.') knownFrom?: string | null;
  @Answer(() => DateTime, 'When the network recorded it.') recordedAt?: string | null;
  @Answer(() => ID, 'Id of the statement it corrects. Null: none.') supersedes?: string | null;
  @Answer(() => ID, 'Id of the statement that corrects it. Null: it is current.') supersededBy?: string | null;

  @Answer(() => String, 'The figure with its words, as a sentence ready for a page. Null: its owner gives none.')
  async citation(
    @Arg('language', () => Language, { description: 'Language of the sentence. A name that is missing in it falls back like any other.' })
    language: Language,
    @Arg('style', () => CitationStyle, { nullable: true, defaultValue: CitationStyle.SHORT, description: 'One sentence, or all.' })
    style: CitationStyle | null,
    @Ctx() { now }: Clock,
  ): Promise<string | null> {
    const figure = await this.figure?.(() => now().toISOString().slice(0, 10));
    return figure ? cite(figure, { language, style: style ?? CitationStyle.SHORT }) : null;
  }

  /** Not in the schema: what the citation is made of, read on the given day. */
  figure?: (asOf: () => string) => CitedFigure | Promise<CitedFigure>;
}

/** The clock of the request's context. */
interface Clock {
  readonly now: () => Date;
}
