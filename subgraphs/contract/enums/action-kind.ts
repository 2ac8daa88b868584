import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('ActionKind', 'What kind of event or action it is.', {
  FORUM: 'A forum.',
  SESSION: 'A session of a larger event.',
  MEETING: 'A meeting.',
  ROUND_TABLE: 'A round table.',
  SIGNING: 'A signing.',
  BRIEFING: 'A briefing.',
  OPENING: 'An opening.',
  CAMPAIGN_EDITION: 'One edition of a campaign.',
  RELIEF: 'Relief after a disaster.',
  SEARCH: 'Searches for missing people.',
  BLOOD_DRIVE: 'A blood drive.',
  AID_COLLECTION: 'A collection of aid.',
  FOOD_DISTRIBUTION: 'A distribution of food or drink.',
  WORKSHOP: 'A workshop.',
  REPAINTING: 'Painting over what should not be read.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** What kind of event or action it is. */
export const ActionKind = both.output;
export type ActionKind = keyof typeof ActionKind;

/** The values of ActionKind that a filter takes. */
export const ActionKindInput = both.input;
export type ActionKindInput = keyof typeof ActionKindInput;
