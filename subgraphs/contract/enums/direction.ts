import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('Direction', 'A line of volunteer work.', {
  EDUCATION: 'Education.',
  HEALTH: 'Health care.',
  BLOOD: 'Blood donation.',
  ECOLOGY: 'Ecology.',
  MENTORING: 'Mentoring.',
  EMERGENCY: 'Emergencies and relief.',
  SEARCH_RESCUE: 'Search and rescue.',
  ELDERLY: 'Care for the elderly.',
  HERITAGE: 'Culture and heritage.',
  EVENT: 'Help at events.',
  DRUG_PREVENTION: 'Prevention of drug use.',
  SOCIAL_SUPPORT: 'Social support.',
  HUMANITARIAN_AID: 'Humanitarian aid.',
  VOLUNTEERISM: 'Volunteering itself: its support and exchange.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** A line of volunteer work. */
export const Direction = both.output;
export type Direction = keyof typeof Direction;

/** The values of Direction that a filter takes. */
export const DirectionInput = both.input;
export type DirectionInput = keyof typeof DirectionInput;
