import type { InferKyselyDB } from '@mikro-orm/sql';
import { Consent } from './consent.ts';
import { Donation } from './donation.ts';
import { Donor } from './donor.ts';
import { HelpRequest } from './help-request.ts';
import { Membership } from './membership.ts';
import { Participation } from './participation.ts';
import { Person } from './person.ts';
import { RecordImage } from './record-image.ts';
import { Requester } from './requester.ts';
import { SearchCase } from './search-case.ts';
import { Training } from './training.ts';

/** All tables of records; who is referred to comes first. */
export const recordEntities = [
  Person,
  Requester,
  Donor,
  Consent,
  Membership,
  Participation,
  Training,
  HelpRequest,
  SearchCase,
  Donation,
  RecordImage,
] as const;

/** The tables by name, with their columns, for typed queries. */
export type RecordTables = InferKyselyDB<(typeof recordEntities)[number]>;
