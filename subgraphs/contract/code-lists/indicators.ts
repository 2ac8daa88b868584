/** Rule for adding up several periods of one subject, or several disjoint subjects of one period; `none`: never added. */
export type TimeRule = 'LAST' | 'SUM' | 'MAX' | 'none';
export type PlaceRule = 'SUM' | 'none';

export interface Indicator {
  readonly code: string;
  /** UN/CEFACT Recommendation 20. */
  readonly unit: 'IE' | 'HUR' | 'C62' | 'ANN' | 'TNE';
  readonly timeRule: TimeRule;
  readonly placeRule: PlaceRule;
  /** Indicators of one family are told of the same thing. */
  readonly family: string;
}

const indicator = (code: string, unit: Indicator['unit'], timeRule: TimeRule, placeRule: PlaceRule, family: string): Indicator => ({
  code,
  unit,
  timeRule,
  placeRule,
  family,
});

/** What a figure can count. Every value is at least zero. Source: schema/GLOSSARY.md, "indicator". */
export const indicators: readonly Indicator[] = [
  indicator('VOL_TOTAL', 'IE', 'LAST', 'SUM', 'volunteers'),
  indicator('VOL_ENGAGED', 'IE', 'none', 'SUM', 'volunteers'),
  indicator('VOL_PER_SESSION', 'IE', 'MAX', 'none', 'volunteers'),
  indicator('VOL_HOURS', 'HUR', 'SUM', 'SUM', 'hours'),
  indicator('MEDIA_ITEMS', 'C62', 'SUM', 'SUM', 'media'),
  indicator('VOL_AGE_MIN', 'ANN', 'none', 'none', 'age'),
  indicator('VOL_AGE_MAX', 'ANN', 'none', 'none', 'age'),
  indicator('MEMBERS', 'IE', 'LAST', 'SUM', 'members'),
  indicator('SPECIALISTS_ENGAGED', 'IE', 'none', 'SUM', 'specialists'),
  indicator('TEAM_SIZE', 'IE', 'none', 'none', 'team'),
  indicator('ORG_COUNT', 'C62', 'LAST', 'SUM', 'bodies'),
  indicator('INITIATIVE_COUNT', 'C62', 'LAST', 'SUM', 'bodies'),
  indicator('BRANCH_COUNT', 'C62', 'LAST', 'SUM', 'bodies'),
  indicator('CITY_COVERAGE', 'C62', 'LAST', 'SUM', 'bodies'),
  indicator('EVENT_COUNT', 'C62', 'SUM', 'SUM', 'activity'),
  indicator('ACTION_COUNT', 'C62', 'SUM', 'SUM', 'activity'),
  indicator('SESSION_COUNT', 'C62', 'SUM', 'SUM', 'activity'),
  indicator('EVENT_PARTICIPANTS', 'IE', 'none', 'SUM', 'participants'),
  indicator('BLOOD_DRIVE_PARTICIPANTS', 'IE', 'none', 'SUM', 'participants'),
  indicator('BLOOD_DONORS', 'IE', 'none', 'SUM', 'participants'),
  indicator('PEOPLE_REACHED', 'IE', 'none', 'SUM', 'reached'),
  indicator('AID_PLEDGED', 'TNE', 'SUM', 'SUM', 'aid'),
  indicator('AID_COLLECTED', 'TNE', 'SUM', 'SUM', 'aid'),
  indicator('AID_SENT', 'TNE', 'SUM', 'SUM', 'aid'),
  indicator('AID_RECEIVED', 'TNE', 'SUM', 'SUM', 'aid'),
  indicator('SEARCH_REQUESTS', 'C62', 'SUM', 'SUM', 'search'),
  indicator('SEARCH_FOUND', 'IE', 'SUM', 'SUM', 'search'),
  indicator('JOBS_TARGET', 'IE', 'none', 'none', 'plan'),
  indicator('RANK_CLAIM', 'C62', 'none', 'none', 'rank'),
];

/** The codes alone, for checks and messages. */
export const indicatorCodes: readonly string[] = indicators.map(({ code }) => code);

/** The indicator of a code, or undefined when the list does not know it. */
export function findIndicator(code: string): Indicator | undefined {
  return indicators.find((candidate) => candidate.code === code);
}
