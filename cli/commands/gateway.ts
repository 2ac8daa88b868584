import type { Command } from 'commander';
import { supergraphOption } from './file-options.ts';
import { trustedOnlyOption } from './trusted-only-option.ts';
import { portOption } from './port-option.ts';

interface GatewayFlags {
  readonly port?: number;
  readonly host?: string;
  readonly supergraph?: string;
  readonly trustedOnly?: true;
}

/** `birge gateway`: the one surface over all members, from a stored supergraph file. */
export function defineGateway(program: Command): void {
  program
    .command('gateway')
    .summary('run the gateway')
    .description('Runs the gateway: one GraphQL surface over all subgraphs. It starts from a file, so it starts while countries are down.')
    .addOption(portOption('port to listen on (default: PORT, or 4000)'))
    .option('--host <address>', 'address to listen on (default: HOST, or this machine only)')
    .addOption(supergraphOption())
    .addOption(trustedOnlyOption())
    .addHelpText(
      'after',
      `
A changed supergraph file is served without a restart: it is looked at every SUPERGRAPH_POLL_MS (5 s), and at SIGHUP (kill -HUP PID, away from a terminal).
One that cannot be used is named in the log, and the last good one stays.
Environment: PORT, HOST, LOG_LEVEL, METRICS, ROUTING_URL_<NAME> and the settings in docs/operate.md.

Examples:
  birge gateway
  ROUTING_URL_KAZAKHSTAN=https://kz.example/graphql birge gateway --port 8080 --host 0.0.0.0`,
    )
    .action(async ({ port, host, supergraph, trustedOnly }: GatewayFlags) => {
      const { runGateway } = await import('../processes/run-gateway.ts');
      await runGateway({ port, host, supergraph, trustedOnly });
    });
}
