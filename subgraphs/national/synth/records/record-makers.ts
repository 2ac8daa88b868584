import type { RecordMaker } from '../synth-world.ts';
import { consents } from './consents.ts';
import { donations } from './donations.ts';
import { helpRequests } from './help-requests.ts';
import { memberships } from './memberships.ts';
import { participations } from './participations.ts';
import { persons } from './persons.ts';
import { searchCases } from './search-cases.ts';
import { trainings } from './trainings.ts';

/** All kinds of records, in the order in which they are imported: who is referred to comes first. */
export const recordMakers: readonly RecordMaker[] = [
  persons,
  consents,
  memberships,
  participations,
  trainings,
  helpRequests,
  searchCases,
  donations,
];
