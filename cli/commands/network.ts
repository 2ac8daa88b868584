import type { Command } from 'commander';
import { defineNetworkNew } from './network-new.ts';
import { defineNetworkRemove } from './network-remove.ts';

/** `birge network …`: brings a country in, takes it out again. */
export function defineNetwork(program: Command): void {
  const network = program
    .command('network')
    .summary('bring a country in, or take it out again')
    .description('The networks that are members of the federation.');
  defineNetworkNew(network);
  defineNetworkRemove(network);
}
