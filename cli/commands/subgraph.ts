import type { Command } from 'commander';
import { configOption } from './file-options.ts';
import { portOption } from './port-option.ts';

interface SubgraphFlags {
  readonly port?: number;
  readonly host?: string;
  readonly config: string;
}

/** `birge subgraph NAME`: one member of the federation as a process of its own; what a host runs. */
export function defineSubgraph(program: Command): void {
  program
    .command('subgraph')
    .summary('run one subgraph')
    .description('Runs one subgraph: opens its database, fills it on the first start, answers GraphQL.')
    .argument('<name>', "the subgraph's name in the member list")
    .addOption(portOption("port to listen on (default: the routing URL's)"))
    .option('--host <address>', 'address to listen on (default: HOST, or this machine only)')
    .addOption(configOption())
    .addHelpText(
      'after',
      `
Environment: DATABASE_URL or DATABASE_URL_<NAME> (PostgreSQL; absent: SQLite), BIRGE_DATA, HOST, LOG_LEVEL, COUNTRY_TIMEOUT_MS,
METRICS and the settings in docs/operate.md.

Examples:
  birge subgraph kazakhstan
  DATABASE_URL=postgres://localhost/kz birge subgraph kazakhstan --port 8080 --host 0.0.0.0`,
    )
    .action(async (name: string, { port, host, config }: SubgraphFlags) => {
      const { runSubgraph } = await import('../processes/run-subgraph.ts');
      await runSubgraph({ name, port, host, config });
    });
}
