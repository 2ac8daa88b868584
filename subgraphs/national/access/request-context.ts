import type { Kysely } from 'kysely';
import type { RevisionLedger } from '../../serving/revision-ledger.ts';
import type { Loaders } from '../publications/loaders.ts';
import type { PublicationTables } from '../publications/tables.ts';
import type { Network } from '../network.ts';
import type { Principal } from './principal.ts';

/** What one request works with: made for it, gone with it. */
export interface RequestContext {
  readonly requestId: string;
  readonly network: Network;
  /** Who asks, and what they have proved. */
  readonly principal: Principal;
  readonly database: Kysely<PublicationTables>;
  readonly load: Loaders;
  /** What the answer was made of. */
  readonly revisions: RevisionLedger;
  /** An answer for which it is read bears no revision. */
  readonly now: () => Date;
}
