import type { Command } from 'commander';
import { configOption, supergraphOption } from './file-options.ts';
import { portOption } from './port-option.ts';
import { trustedOnlyOption } from './trusted-only-option.ts';

interface UpFlags {
  readonly port?: number;
  readonly config: string;
  readonly supergraph?: string;
  readonly trustedOnly?: true;
}

/** `birge up`: everything on one machine, a process each. `npm start` runs it. */
export function defineUp(program: Command): void {
  program
    .command('up')
    .summary('run the gateway and all subgraphs of this machine')
    .description('Runs the gateway and every member whose routing URL is on this machine, each as a process of its own.')
    .addOption(portOption("the gateway's port (default: PORT, or 4000)"))
    .addOption(configOption())
    .addOption(supergraphOption())
    .addOption(trustedOnlyOption())
    .addHelpText(
      'after',
      `
A process that crashes is started again, after 0.5 s at first and 30 s at most; the others keep running.
Environment: PORT, HOST, BIRGE_DATA, LOG_LEVEL, ROUTING_URL_<NAME> (moves one member), DATABASE_URL_<NAME> (PostgreSQL for one member).

Examples:
  birge up
  birge up --port 8080
  ROUTING_URL_HUB=http://127.0.0.1:5010/graphql birge up          the hub on another port
  ROUTING_URL_RUSSIA=https://ru.example/graphql birge up          Russia runs elsewhere`,
    )
    .action(async ({ port, config, supergraph, trustedOnly }: UpFlags) => {
      const { runUp } = await import('../processes/run-up.ts');
      await runUp({ port, config, supergraph, trustedOnly: trustedOnly ?? false });
    });
}
