import type { Command } from 'commander';
import { configOption } from './file-options.ts';

interface StatusOptions {
  readonly url?: string;
  readonly config: string;
  readonly json?: boolean;
  readonly watch?: boolean;
}

/** `birge status`: how the running processes are. */
export function defineStatus(program: Command): void {
  program
    .command('status')
    .summary('how gateway, hub and countries are')
    .description(
      'Asks the running gateway, the hub and every country: are they ready, what did they answer, who leaves whom alone, when did they last publish and import. ' +
        'It changes nothing.',
    )
    .option('--url <address>', "the gateway's address (default: HOST and PORT, or http://127.0.0.1:4000)")
    .addOption(configOption())
    .option('--json', 'print { schema, ok, at, processes, gateway, troubles } as JSON')
    .option('--watch', 'look again every two seconds, until Ctrl-C')
    .addHelpText(
      'after',
      `
The addresses of hub and countries are those of the member list, or of ROUTING_URL_<NAME>. Numbers count from each process's start; "-" stands for what a process does not tell,
as with METRICS=off. Exit code 1: something is not well, and the lines below the table name it.

Examples:
  birge status
  birge status --watch
  birge status --url https://birge.example
  birge status --json | jq '.troubles'`,
    )
    .action(async ({ url, config, json = false, watch = false }: StatusOptions) => {
      const { runStatus } = await import('../status/run-status.ts');
      await runStatus({ url, config, json, watch });
    });
}
