import 'reflect-metadata';
import { join } from 'node:path';
import type { SubgraphModule, SubgraphOptions } from '../contract/subgraph-module.ts';
import { AidFlow } from '../contract/values/aid-flow.ts';
import { Program } from '../contract/values/program.ts';
import type { Statement } from '../contract/values/statement.ts';
import { Region } from '../contract/values/region.ts';
import { type FederationCountry, readCountries } from '../federation/read-countries.ts';
import { buildSubgraph, type SubgraphSchema } from '../serving/build-subgraph.ts';
import { serveSubgraph } from '../serving/serve-subgraph.ts';
import { DataRevision } from '../storage/data-revision.ts';
import { openDatabase } from '../storage/open-database.ts';
import { answeredRows } from './ask/answered-row.ts';
import { CountryClient } from './ask/country-client.ts';
import { noteRevision } from './ask/note-revision.ts';
import { ContradictionFinder } from './knowledge/contradiction-finder.ts';
import { readJointProgramFacts } from './knowledge/joint-program-facts.ts';
import { KnowledgeKeeper } from './knowledge/knowledge-keeper.ts';
import { readDecisions } from './knowledge/read-decisions.ts';
import { loadJointPrograms } from './intake/load-joint-programs.ts';
import {
  MergedActions,
  MergedChanges,
  MergedOrganizations,
  MergedPractices,
  MergedStatements,
  MergedUnits,
  MergedSearchHits,
} from './lists/merged-connections.ts';
import { LAST_KNOWN_SIZE, LastKnownCopies } from './last-known/last-known-copies.ts';
import { migrations } from './migrations/migrations.ts';
import { hubErrors } from './errors.ts';
import { createStub } from './network-stub.ts';
import { createSourceLoader } from './programs/source-loader.ts';
import type { HubContext } from './request-context.ts';
import { AidExclusionResolver } from './resolvers/aid-exclusion.ts';
import { AidStageResolver } from './resolvers/aid-stage.ts';
import { AidResolver } from './resolvers/aid.ts';
import { ComparabilityResolver } from './resolvers/comparability.ts';
import { ContradictionsResolver } from './resolvers/contradictions.ts';
import { DefinitionsResolver } from './resolvers/definitions.ts';
import { IndicatorsResolver } from './resolvers/indicators.ts';
import { JointCommitmentReportsResolver } from './resolvers/joint-commitment-reports.ts';
import { JointCommitmentSameStatusResolver } from './resolvers/joint-commitment-same-status.ts';
import { JointProgramActionsResolver } from './resolvers/joint-program-actions.ts';
import { JointProgramCommitmentsResolver } from './resolvers/joint-program-commitments.ts';
import { JointProgramCoverageResolver } from './resolvers/joint-program-coverage.ts';
import { JointProgramSourceResolver } from './resolvers/joint-program-source.ts';
import { JointProgramResolver } from './resolvers/joint-program.ts';
import { JointProgramsResolver } from './resolvers/joint-programs.ts';
import { MergedSearchResolver } from './resolvers/merged-search.ts';
import { MergedStatementsResolver } from './resolvers/merged-statements.ts';
import { MergedActionsResolver } from './resolvers/merged-actions.ts';
import { MergedChangesResolver } from './resolvers/merged-changes.ts';
import { MergedOrganizationsResolver } from './resolvers/merged-organizations.ts';
import { MergedUnitsResolver } from './resolvers/merged-units.ts';
import { MergedPracticesResolver } from './resolvers/merged-practices.ts';
import { NetworkStatusResolver } from './resolvers/network-status.ts';
import { NodeResolver } from './resolvers/node.ts';
import { RegionsResolver } from './resolvers/regions.ts';
import { NetworksResolver } from './resolvers/networks.ts';
import { TotalExclusionResolver } from './resolvers/total-exclusion.ts';
import { TotalResolver } from './resolvers/total.ts';
import { hubFamilies } from './status/hub-families.ts';
import { NetworkWatch } from './status/network-watch.ts';
import { ownStatementFacts } from './statements/own-statement-facts.ts';
import { readOwnStatements } from './statements/read-own-statements.ts';
import { hubEntities, type HubTables } from './tables.ts';

const DEFAULT_COUNTRY_TIMEOUT_MS = 5_000;
/** The hub's own data, in labels of answers. */
const OWN_DATA = 'HUB';
/** Left of the asker's time for the hub's own work: it must still be able to say who was late. */
const OWN_WORK_MS = 300;

/** Types that `node` can give and no other field of the hub names. */
const NODE_TYPES = [AidFlow, Program, Region];

/** Makes the hub. Which countries there are it reads from the member list and their texts, never from their code. */
export function createSubgraph(name: string, dataFolder: URL): SubgraphModule {
  return {
    name,
    migrations: migrations.map((migration) => migration.name),
    emitSdl: async ({ roverFile }) => (await makeSchema(readCountries(roverFile))).sdl,
    open: (options) => open(name, dataFolder, options),
  };
}

async function open(name: string, jointData: URL, options: SubgraphOptions) {
  const {
    databaseUrl,
    dataFolder,
    roverFile,
    routingUrls,
    countryTimeoutMs = DEFAULT_COUNTRY_TIMEOUT_MS,
    breakerOpenMs,
    lastKnownSize = LAST_KNOWN_SIZE,
    metricsPlace,
    tracing,
    now,
    log,
  } = options;
  const countries = readCountries(roverFile, routingUrls);
  const [{ schema }, database] = await Promise.all([
    makeSchema(countries),
    openDatabase<HubTables>({ entities: hubEntities, migrations, url: databaseUrl, file: join(dataFolder, `${name}.sqlite`) }),
  ]);
  const lastKnownFor = (country: string): string | null => watch.knowledgeOf(country).lastKnownFor;
  const copies = new LastKnownCopies({ database, maxSize: lastKnownSize, now, lastKnownFor, log });
  const client = new CountryClient({ log, breakerOpenMs, countryTimeoutMs, copies });
  const watch = new NetworkWatch(countries, client, database, now, log);
  watch.onMoved = (country) => copies.drop(country);
  const keeper = new KnowledgeKeeper(now, lastKnownSize > 0);
  let ownStatements: readonly Statement[];
  let contradictions: ContradictionFinder;
  const close = async (): Promise<void> => {
    await watch.stop();
    await client.close();
    await copies.stop();
    await database.close();
  };
  try {
    await loadJointPrograms(database, jointData);
    ownStatements = await readOwnStatements(jointData);
    contradictions = new ContradictionFinder(keeper, {
      statements: ownStatements.map(ownStatementFacts),
      jointPrograms: await readJointProgramFacts(database.read),
      decisions: await readDecisions(jointData),
    });
    await copies.start();
    await watch.start();
  } catch (error) {
    await close();
    throw error;
  }
  const revision = new DataRevision(database.read as never);
  return serveSubgraph<HubContext>({
    name,
    schema,
    data: { name: OWN_DATA, revision: () => revision.current() },
    log,
    knownErrors: hubErrors,
    metricsPlace,
    tracing,
    families: () => hubFamilies({ countries, client, watch, keeper, now }),
    close,
    context: ({ requestId, timeLeftMs }, revisions) => {
      const sources = createSourceLoader(database.read);
      return {
        requestId,
        countryTimeoutMs: timeLeftMs === null ? countryTimeoutMs : Math.max(1, Math.min(countryTimeoutMs, timeLeftMs - OWN_WORK_MS)),
        database: database.read,
        countries,
        client,
        watch,
        notice: (country, outcome) => {
          watch.notice(country, outcome);
          noteRevision(revisions, country, outcome);
        },
        ownStatements,
        contradictions,
        loadSource: (id) => sources.load(id),
        revisions,
        now: revisions.watchClock(now),
        log,
      };
    },
  });
}

/** Lists that are short by nature: an upper bound of ten would price them out of a page. */
const rowsOfLists = {
  'Contradiction.a': 2,
  'Contradiction.b': 2,
  'Contradiction.statements': 2,
  'JointCommitment.reports': 2,
  'Statement.readings': 2,
  'Action.organizers': 2,
};

function makeSchema(countries: readonly FederationCountry[]): Promise<SubgraphSchema> {
  return buildSubgraph<HubContext>({
    resolvers: [
      NetworksResolver,
      NetworkStatusResolver,
      NodeResolver,
      RegionsResolver,
      IndicatorsResolver,
      DefinitionsResolver,
      JointProgramsResolver,
      JointProgramResolver,
      JointProgramCommitmentsResolver,
      JointProgramActionsResolver,
      JointProgramCoverageResolver,
      JointProgramSourceResolver,
      JointCommitmentReportsResolver,
      JointCommitmentSameStatusResolver,
      MergedSearchResolver,
      MergedStatementsResolver,
      MergedActionsResolver,
      MergedChangesResolver,
      MergedOrganizationsResolver,
      MergedUnitsResolver,
      MergedPracticesResolver,
      TotalResolver,
      TotalExclusionResolver,
      AidResolver,
      AidStageResolver,
      AidExclusionResolver,
      ContradictionsResolver,
      ComparabilityResolver,
      ...[MergedStatements, MergedActions, MergedChanges, MergedOrganizations, MergedUnits, MergedPractices, MergedSearchHits].flatMap(
        ({ resolvers }) => resolvers,
      ),
    ],
    types: [...countries.map(({ typeName }) => createStub(typeName)), ...NODE_TYPES],
    listRows: { ...rowsOfLists, 'Query.networks': countries.length, 'Query.networkStatus': countries.length },
    foreignRows: answeredRows,
  });
}
