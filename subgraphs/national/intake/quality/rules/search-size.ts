import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { numberOf } from '../row-values.ts';

const MOST_SOUGHT = 100;
const MOST_TEAMS = 200;

/** A search for nobody, or for more people or with more teams than one search has. */
export const searchSize: QualityRule = {
  code: 'SEARCH_SIZE',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['search-cases'],
  finds: `a search for none or more than ${MOST_SOUGHT} people, or with more than ${MOST_TEAMS} teams`,
  check({ values }) {
    const sought = numberOf(values, 'personsSought');
    if (sought !== null && (sought < 1 || sought > MOST_SOUGHT))
      return faultIn('personsSought', 'count the people sought in this one case');
    const teams = numberOf(values, 'teams');
    return teams !== null && (teams < 0 || teams > MOST_TEAMS) ? faultIn('teams', 'count the teams of this one case') : undefined;
  },
};
