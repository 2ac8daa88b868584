import { join, resolve } from 'node:path';
import { Option } from 'commander';
import { projectRoot } from '../project-root.ts';

// A path that is typed counts from the current folder, a default from the project's.
const fileOption = (flags: string, description: string, defaultFile: string): Option =>
  new Option(flags, description).default(join(projectRoot, defaultFile), defaultFile).argParser((file) => resolve(file));

/** `--config FILE`: the member list. */
export const configOption = (): Option => fileOption('--config <file>', "member list in Rover's format", 'rover.yaml');

/** `--supergraph FILE`: what the gateway reads; without it the environment decides. */
export const supergraphOption = (): Option =>
  new Option('--supergraph <file>', 'composed supergraph (default: SUPERGRAPH, or schema/supergraph.graphql)').argParser((file) =>
    resolve(file),
  );

/** `--output FILE`: where the composed supergraph goes. */
export const outputOption = (): Option => fileOption('--output <file>', 'supergraph to write', 'schema/supergraph.graphql');
