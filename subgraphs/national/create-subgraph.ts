import 'reflect-metadata';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { NonEmptyArray } from 'type-graphql';
import type { SubgraphModule } from '../contract/subgraph-module.ts';
import { buildSubgraph, type SubgraphSchema } from '../serving/build-subgraph.ts';
import type { RevisionLedger } from '../serving/revision-ledger.ts';
import { serveSubgraph } from '../serving/serve-subgraph.ts';
import { DataRevision } from '../storage/data-revision.ts';
import type { Database } from '../storage/open-database.ts';
import type { ObserveQuery } from '../storage/query-observer.ts';
import { type Principal, publicPrincipal, stewardOf } from './access/principal.ts';
import type { RequestContext } from './access/request-context.ts';
import { nobodyIsSteward, readStewardKey } from './access/steward-key.ts';
import { createDoor } from './create-door.ts';
import { foundedOn } from './founded-on.ts';
import { readJournalFamilies } from './intake/import/journal-families.ts';
import { loadPublications } from './intake/load-publications.ts';
import { qualityEntities } from './intake/quality/report/quality-tables.ts';
import { migrations } from './migrations/migrations.ts';
import type { Network } from './network.ts';
import { openNetworkDatabase } from './open-network-database.ts';
import { Loaders } from './publications/loaders.ts';
import { publicationEntities, type PublicationTables } from './publications/tables.ts';
import { ActionsResolver } from './resolvers/actions.ts';
import { AidResolver } from './resolvers/aid.ts';
import { ChangesResolver } from './resolvers/changes.ts';
import { CommitmentsResolver } from './resolvers/commitments.ts';
import { ContractVersionResolver } from './resolvers/contract-version.ts';
import { LastPublishedAtResolver } from './resolvers/last-published-at.ts';
import { NameResolver } from './resolvers/name.ts';
import { NodeResolver } from './resolvers/node.ts';
import { OrganizationsResolver } from './resolvers/organizations.ts';
import { PracticesResolver } from './resolvers/practices.ts';
import { ProfileResolver } from './resolvers/profile.ts';
import { ProgramsResolver } from './resolvers/programs.ts';
import { QualityResolver } from './resolvers/quality.ts';
import { RegionsResolver } from './resolvers/regions.ts';
import { ReleaseResolver } from './resolvers/release.ts';
import { SearchResolver } from './resolvers/search.ts';
import { SearchesResolver } from './resolvers/searches.ts';
import { SharingResolver } from './resolvers/sharing.ts';
import { StatementsResolver } from './resolvers/statements.ts';
import { UnitsResolver } from './resolvers/units.ts';

/** Every field of a door. The order is that of the contract's design: the network, its numbers, its terms. */
const DOOR_RESOLVERS: NonEmptyArray<Function> = [
  NameResolver,
  ProfileResolver,
  RegionsResolver,
  OrganizationsResolver,
  UnitsResolver,
  ProgramsResolver,
  ActionsResolver,
  StatementsResolver,
  AidResolver,
  SearchesResolver,
  CommitmentsResolver,
  PracticesResolver,
  NodeResolver,
  SearchResolver,
  ReleaseResolver,
  SharingResolver,
  ChangesResolver,
  LastPublishedAtResolver,
  ContractVersionResolver,
  QualityResolver,
];

/** What tests may watch. */
export interface NationalSubgraphProbes {
  readonly observeQuery?: ObserveQuery;
}

/**
 * Makes the subgraph of a network from its facts: schema, database, first load, server.
 * Errors  NetworkRefused for a fact of the wrong form; `open` rejects with PublicationsRefused for wrong data files, StewardKeyRefused for an unfit key file, DatabaseOfAnother, else with those of the database
 */
export function createSubgraph(network: Network, probes: NationalSubgraphProbes = {}): SubgraphModule {
  // A fact that nobody can read is told before anything is opened.
  foundedOn(network);
  // The registry of types is global, so a network's classes are made once.
  let made: Promise<SubgraphSchema> | null = null;
  const schemaOf = () => (made ??= makeSchema(network));
  return {
    name: network.subgraph,
    migrations: migrations.map(({ name }) => name),
    emitSdl: async () => (await schemaOf()).sdl,
    async open({ databaseUrl, dataFolder, stewardKeyFile, metricsPlace, tracing, now, log }) {
      const isSteward = stewardKeyFile === undefined ? nobodyIsSteward : readStewardKey(stewardKeyFile);
      const [{ schema }, database] = await Promise.all([
        schemaOf(),
        openNetworkDatabase<PublicationTables>(network, {
          entities: [...publicationEntities, ...qualityEntities],
          url: databaseUrl,
          file: join(dataFolder, `${network.subgraph}.sqlite`),
          observeQuery: probes.observeQuery,
        }),
      ]);
      try {
        await loadPublications(database, network, now, log);
      } catch (error) {
        await database.close();
        throw error;
      }
      const revision = new DataRevision(database.read as never);
      return serveSubgraph<RequestContext>({
        name: network.subgraph,
        schema,
        data: { name: network.country, revision: () => revision.current() },
        log,
        context: ({ requestId, headers }, revisions) => {
          const principal = isSteward(headers.authorization) ? stewardOf(network.country) : publicPrincipal;
          return createContext(network, database, { requestId, principal, revisions }, now);
        },
        metricsPlace,
        tracing,
        families: () => readJournalFamilies(database.read as never),
        close: () => database.close(),
      });
    },
  };
}

function createContext(
  network: Network,
  database: Database<PublicationTables>,
  asked: { requestId: string; principal: Principal; revisions: RevisionLedger },
  now: () => Date,
): RequestContext {
  const context: RequestContext = {
    ...asked,
    network,
    database: database.read,
    load: new Loaders(database.read as unknown as Kysely<Record<string, Record<string, string | number | null>>>, () => context),
    now: asked.revisions.watchClock(now),
  };
  return context;
}

function makeSchema(network: Network): Promise<SubgraphSchema> {
  const door = createDoor(network);
  return buildSubgraph<RequestContext>({
    listRows: { 'Statement.readings': 2, 'Action.organizers': 2, 'Program.organizers': 2 },
    resolvers: [...DOOR_RESOLVERS, door.resolver],
    types: [door.type],
    references: {
      [network.typeName]: ({ code }) => (code === network.country ? Object.assign(new door.type(), { code: network.country }) : null),
    },
  });
}
