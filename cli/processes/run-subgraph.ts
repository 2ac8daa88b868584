import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { createLog } from '../create-log.ts';
import { databaseFault } from '../database-fault.ts';
import { placeOfDatabase } from '../database-place.ts';
import { readEnvironment } from '../environment.ts';
import { exitCode } from '../exit-code.ts';
import { hasCode, loadSubgraph } from '../schema/subgraph-folder.ts';
import { UserError } from '../user-error.ts';
import { portOf } from './port-of.ts';
import { serve } from './serve.ts';

/**
 * `birge subgraph NAME`: flags go before the environment, that before the routing URL.
 * Errors  UserError for a name that is no member, or whose code is not in this checkout, and for data, keys or a database that cannot be used
 */
export async function runSubgraph(flags: {
  name: string;
  port: number | undefined;
  host: string | undefined;
  config: string;
}): Promise<void> {
  const { name, config } = flags;
  const environment = readEnvironment();
  const members = readRoverConfig(config, environment.routingUrls);
  const member = members.find((candidate) => candidate.name === name);
  if (!member) throw new UserError(`"${name}" is no member; the members are ${members.map((known) => known.name).join(', ')}.`);
  if (!hasCode(name)) throw new UserError(`${name} is a member, but its code is not here: subgraphs/${name}/index.ts is missing.`);
  const log = createLog(name, environment.logLevel ?? 'info');
  const variable = `ROUTING_URL_${name.toUpperCase()}`;
  await serve(name, log, `choose another port: --port N, or ${variable}=http://127.0.0.1:N/graphql for every process`, async () => {
    const subgraph = await loadSubgraph(name);
    const opening = subgraph.open({
      databaseUrl: environment.databaseUrlOf(name) ?? environment.databaseUrl,
      dataFolder: environment.dataFolder,
      roverFile: config,
      routingUrls: environment.routingUrls,
      countryTimeoutMs: environment.countryTimeoutMs,
      breakerOpenMs: environment.breakerOpenMs,
      lastKnownSize: environment.lastKnownSize,
      stewardKeyFile: environment.stewardKeyFileOf(name) ?? environment.stewardKeyFile,
      metricsPlace: environment.metricsPlace,
      tracing: environment.tracingOf(name),
      now: () => new Date(),
      log,
    });
    const running = await opening.catch((error: unknown) => {
      throw wrongData(error, name) ?? databaseFault(error, placeOfDatabase(name, environment)) ?? error;
    });
    try {
      const url = await running.listen({ host: flags.host ?? environment.host, port: flags.port ?? portOf(member.routingUrl) });
      return { url, close: () => running.close() };
    } catch (error) {
      await running.close();
      throw error;
    }
  });
}

/** Wrong data files and key files are for whoever keeps them: starting again would find the same faults. */
function wrongData(error: unknown, name: string): UserError | undefined {
  const isTheirs = error instanceof Error && ['PublicationsRefused', 'DataFileError', 'StewardKeyRefused'].includes(error.name);
  return isTheirs ? new UserError(`${name}: ${error.message}`, exitCode.wrongUse, { cause: error }) : undefined;
}
