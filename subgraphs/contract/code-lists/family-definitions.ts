import { definitionCodes } from './definitions.ts';
import type { Indicator } from './indicators.ts';

const COUNTED_PEOPLE = ['TOOK_PART'];

/** Which definitions have a meaning for the indicators of a family, beside UNSPECIFIED, which always has. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  volunteers: [
    'TAKES_PART',
    'IN_NETWORK_ACTIONS',
    'INVOLVED_IN_MOVEMENTS',
    'IN_ORG_DATABASE',
    'IN_LARGE_INITIATIVES',
    'REGISTERED_ON_PLATFORM',
    'TOOK_PART_IN_PERIOD',
    'SURVEY_ICLS19',
    'OFFICIAL_ESTIMATE',
    'TOOK_PART',
  ],
  hours: ['IN_NETWORK_ACTIONS', 'REGISTERED_ON_PLATFORM', 'SURVEY_ICLS19', 'OFFICIAL_ESTIMATE'],
  media: ['PRODUCED'],
  age: COUNTED_PEOPLE,
  members: ['UNITED_BY_BRANCHES'],
  specialists: COUNTED_PEOPLE,
  team: COUNTED_PEOPLE,
  bodies: ['IN_OPERATION', 'PARTNERS_ACTIVE'],
  activity: ['HELD_BY_SUBJECT', 'SUBJECT_TOOK_PART'],
  participants: COUNTED_PEOPLE,
  reached: ['TOOK_PART', 'RECEIVED_HELP'],
};

/** The definitions that an indicator can come with, in the order of the list. Source: schema/GLOSSARY.md, "definition". */
export function definitionsOf({ family }: Pick<Indicator, 'family'>): string[] {
  const own = FAMILIES[family] ?? [];
  return definitionCodes.filter((code) => code === 'UNSPECIFIED' || own.includes(code));
}
