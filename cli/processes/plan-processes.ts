import { join } from 'node:path';
import type { FederationMember } from '../../subgraphs/federation/rover-config.ts';
import type { Program } from '../bundle/make-bundle.ts';
import type { Environment } from '../environment.ts';
import { projectRoot } from '../project-root.ts';
import { UserError } from '../user-error.ts';
import { isThisMachine } from './is-this-machine.ts';
import { portOf } from './port-of.ts';
import type { ProcessPlan } from './supervise.ts';

/**
 * What runs on this machine: the gateway, and each member whose routing URL leads here.
 * Shape   members, settings -> plans (the gateway first), and the members that run elsewhere
 * Errors  UserError: two processes on one port, one port for the metrics of all, one database or steward's key for several members, or a database that is no URL
 */
export function planProcesses(
  members: readonly FederationMember[],
  settings: { environment: Environment; gatewayPort: number; config: string; supergraph: string; trustedOnly: boolean },
): { plans: ProcessPlan[]; elsewhere: FederationMember[] } {
  const { environment, gatewayPort, config, supergraph, trustedOnly } = settings;
  const here = members.filter(({ routingUrl }) => isThisMachine(routingUrl));
  if (environment.databaseUrl) {
    throw new UserError('DATABASE_URL would put the records of all members into one database; set DATABASE_URL_<NAME> for each, or none.');
  }
  if (environment.stewardKeyFile) {
    throw new UserError('STEWARD_KEY_FILE would make one key the steward of all members; set STEWARD_KEY_FILE_<NAME> for each, or none.');
  }
  if (typeof environment.metricsPlace !== 'string') {
    throw new UserError(
      'METRICS_PORT would be one port for all processes; without it each tells its metrics beside GraphQL, METRICS=off tells none.',
    );
  }
  // A child would be refused the same way, but one after the other.
  for (const { name } of here) environment.databaseUrlOf(name);
  const owners = new Map([[gatewayPort, 'the gateway']]);
  for (const { name, routingUrl } of here) {
    const owner = owners.get(portOf(routingUrl));
    if (owner)
      throw new UserError(`${name} and ${owner} would both listen on port ${portOf(routingUrl)}; move one: --port N moves the gateway.`);
    owners.set(portOf(routingUrl), name);
  }
  const birge = join(projectRoot, 'cli', 'birge.mjs');
  const compiled = join(projectRoot, 'node_modules', '.cache', 'birge', 'compiled');
  // A person watches `birge up`: by default only what needs attention is shown.
  const env = {
    ...environment.all,
    LOG_LEVEL: environment.logLevel ?? 'warn',
    NODE_COMPILE_CACHE: environment.all['NODE_COMPILE_CACHE'] ?? compiled,
  };
  const flags = ['--port', String(gatewayPort), '--supergraph', supergraph, ...(trustedOnly ? ['--trusted-only'] : [])];
  const gateway = { name: 'gateway', args: [birge, 'gateway', ...flags], env };
  const subgraphs = here.map(({ name }) => ({ name, args: [birge, 'subgraph', name, '--config', config], env }));
  return { plans: [gateway, ...subgraphs], elsewhere: members.filter((member) => !here.includes(member)) };
}

/** The same processes, run from bundles instead of from source. */
export function fromBundles(plans: readonly ProcessPlan[], bundles: Readonly<Record<Program, string>>): ProcessPlan[] {
  return plans.map((plan) => ({ ...plan, args: [bundles[plan.name === 'gateway' ? 'gateway' : 'subgraph'], ...plan.args.slice(1)] }));
}
