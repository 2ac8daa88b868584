import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { prepareBundles } from '../bundle/prepare-bundles.ts';
import { type Environment, readEnvironment } from '../environment.ts';
import { exitCode } from '../exit-code.ts';
import { knownMachineFault } from '../machine-fault.ts';
import { hasCode } from '../schema/subgraph-folder.ts';
import { UserError } from '../user-error.ts';
import { onStopSignal } from './on-stop-signal.ts';
import { type Filling, fillNetworks, networksToFill } from './made-up-registries.ts';
import { fromBundles, planProcesses } from './plan-processes.ts';
import { type FirstStart, superviseProcesses } from './supervise.ts';

/**
 * `birge up`: runs until it is told to stop. A process that cannot start at all (its port is taken, its settings are wrong) ends everything
 * at the first start, since a person is there to put it right; later it is given up and the others go on.
 */
export async function runUp(flags: {
  port: number | undefined;
  config: string;
  supergraph: string | undefined;
  trustedOnly: boolean;
}): Promise<void> {
  const environment = readEnvironment();
  const members = readRoverConfig(flags.config, environment.routingUrls);
  const gatewayPort = flags.port ?? environment.port;
  const { plans, elsewhere } = planProcesses(members, {
    environment,
    gatewayPort,
    config: flags.config,
    supergraph: flags.supergraph ?? environment.supergraphFile,
    trustedOnly: flags.trustedOnly,
  });
  for (const { name, routingUrl } of elsewhere) console.log(`${name} runs elsewhere: ${routingUrl}`);

  const toFill = notedToFill(
    plans.map(({ name }) => name),
    environment,
  );
  const bundles = environment.fromSource
    ? null
    : await prepareBundles(members.map(({ name }) => name).filter(hasCode), (line) => console.log(line));
  const supervision = superviseProcesses(bundles ? fromBundles(plans, bundles) : plans, { print: (line) => console.log(line) });
  let filling: Filling | undefined;
  onStopSignal(
    () => {
      filling?.stop();
      console.log('Stopping all processes; once more ends them at once.');
      void supervision.stop();
    },
    () => {
      supervision.kill();
      process.exit(130);
    },
  );
  // A supervisor that fails must not leave its children to themselves.
  process.on('exit', () => {
    filling?.stop();
    supervision.kill();
  });

  void supervision.firstStarts.then((starts) => {
    if (!areStartable(starts)) return supervision.stop();
    printAddresses(starts);
    // Only now: until everybody answers, the machine belongs to the start.
    if (toFill.length > 0) filling = fillNetworks(toFill, environment, flags.config, (line) => console.log(line));
    return undefined;
  });
  await supervision.ended;
  console.log('All processes have stopped.');
}

/** Errors: UserError for a data folder that cannot be used. */
function notedToFill(names: readonly string[], environment: Environment): string[] {
  try {
    return networksToFill(names, environment);
  } catch (error) {
    const known = knownMachineFault(error);
    throw known === undefined ? error : new UserError(`${known[1]} (${environment.dataFolder})`, known[0], { cause: error });
  }
}

function areStartable(starts: readonly FirstStart[]): boolean {
  const givenUp = starts.filter((start) => 'failed' in start && start.failed === 'given up').map(({ name }) => name);
  if (givenUp.length === 0) return true;
  console.error(`birge: ${givenUp.join(', ')} cannot start, see above: stopping.`);
  process.exitCode = exitCode.findings;
  return false;
}

function printAddresses(starts: readonly FirstStart[]): void {
  const waiting = starts.flatMap((start) => ('failed' in start ? start.name : []));
  if (waiting.length > 0) console.log(`Not ready yet: ${waiting.join(', ')}.`);
  const gateway = starts.find(({ name }) => name === 'gateway');
  if (gateway && 'url' in gateway) console.log(`Open ${new URL('/graphiql', gateway.url).href} to ask.`);
}
