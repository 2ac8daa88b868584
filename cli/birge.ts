import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { CONTRACT_VERSION } from '../subgraphs/contract/contract-version.ts';
import { FederationError } from '../subgraphs/federation/federation-error.ts';
import { NetworkRefused } from '../subgraphs/national/network-refused.ts';
import { defineBackup } from './commands/backup.ts';
import { defineCheck } from './commands/check.ts';
import { defineCompose } from './commands/compose.ts';
import { defineGateway } from './commands/gateway.ts';
import { defineImport } from './commands/import.ts';
import { defineLicenses } from './commands/licenses.ts';
import { defineOperations } from './commands/operations.ts';
import { defineMapping } from './commands/mapping.ts';
import { defineNetwork } from './commands/network.ts';
import { defineQuality } from './commands/quality.ts';
import { defineRestore } from './commands/restore.ts';
import { defineSchema } from './commands/schema.ts';
import { defineStatus } from './commands/status.ts';
import { defineSubgraph } from './commands/subgraph.ts';
import { defineSynth } from './commands/synth.ts';
import { defineUp } from './commands/up.ts';
import { exitCode } from './exit-code.ts';
import { projectRoot } from './project-root.ts';
import { UserError } from './user-error.ts';

const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };

const program = new Command('birge')
  .version(`birge ${version}, contract ${CONTRACT_VERSION}, Node ${process.versions.node}`, '-v, --version', 'print the versions')
  .description('A federated data hub for national volunteer networks.')
  .exitOverride()
  .showSuggestionAfterError()
  .enablePositionalOptions()
  .configureHelp({ showGlobalOptions: false })
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 findings or failure, 2 wrong use, 3 port taken or no right to write, 5 the machine.\nHelp for one command: birge help COMMAND',
  );

// The order is the order of need: run, host, change the contract.
const commands = [
  defineUp,
  defineSubgraph,
  defineGateway,
  defineStatus,
  defineImport,
  defineMapping,
  defineBackup,
  defineRestore,
  defineQuality,
  defineCheck,
  defineCompose,
  defineOperations,
  defineNetwork,
  defineSynth,
  defineSchema,
  defineLicenses,
];
for (const define of commands) define(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed its own message; showing help is no failure.
    process.exitCode = error.exitCode === 0 ? exitCode.done : exitCode.wrongUse;
  } else if (error instanceof UserError || error instanceof FederationError || error instanceof NetworkRefused) {
    console.error(`birge: ${error.message}`);
    // Ended here and now: a channel to a supervisor, or what was half started, would keep the process alive.
    process.exit(error instanceof UserError ? error.code : exitCode.wrongUse);
  } else {
    console.error(error);
    process.exit(exitCode.findings);
  }
}
