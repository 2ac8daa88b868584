import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Source } from '../contract/values/source.ts';
import type { Statement } from '../contract/values/statement.ts';
import type { FederationCountry } from '../federation/read-countries.ts';
import type { RevisionLedger } from '../serving/revision-ledger.ts';
import type { CountryClient } from './ask/country-client.ts';
import type { Outcome } from './ask/outcome.ts';
import type { ContradictionFinder } from './knowledge/contradiction-finder.ts';
import type { NetworkWatch } from './status/network-watch.ts';
import type { HubTables } from './tables.ts';

/** What one request works with: made for it, gone with it. */
export interface HubContext {
  readonly requestId: string;
  /** Milliseconds that countries have to answer this request. */
  readonly countryTimeoutMs: number;
  readonly database: Kysely<HubTables>;
  readonly countries: readonly FederationCountry[];
  readonly client: CountryClient;
  readonly watch: NetworkWatch;
  /** Told how each asking of a country ended: the state of the networks, and the revisions of what the answer uses, are learned by the way. */
  readonly notice: (country: string, outcome: Outcome) => void;
  /** Statements that belong to no single country. */
  readonly ownStatements: readonly Statement[];
  /** Finds what does not go together among the countries. */
  readonly contradictions: ContradictionFinder;
  /** The hub's own source of an id. */
  readonly loadSource: (id: string) => Promise<Source | null>;
  /** What the answer was made of. */
  readonly revisions: RevisionLedger;
  /** An answer for which it is read bears no revision. */
  readonly now: () => Date;
  readonly log: Logger;
}
