import { Parameter } from './parameter.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('SharingTerms', 'What a network lets others see, for what, and how fresh it is.')
export class SharingTerms {
  @Answer(() => [Parameter], 'Least counts that may be shown, by name.') thresholds?: Parameter[] | null;
  @Answer(() => [String], 'Dimensions by which counts may be asked.') dimensions?: string[] | null;
  @Answer(() => [String], 'Purposes for which others may ask.') purposes?: string[] | null;
  @Answer(() => String, 'How often publications are refreshed, as an ISO 8601 duration.') refreshRhythm?: string | null;
  @Answer(() => String, 'How long others may show the last known copy while the network is away, as an ISO 8601 duration.') lastKnownFor?:
    | string
    | null;
}
