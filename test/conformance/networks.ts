import type { Network } from '../../subgraphs/national/network.ts';
import { readCountries } from '../../subgraphs/federation/read-countries.ts';
import { network as atlantis } from './networks/atlantis/network.ts';

/** Every country of rover.yaml, by code: a fourth is tested the day it is listed. */
export const listedNetworks: readonly Network[] = await Promise.all(
  readCountries('rover.yaml').map(async ({ subgraph }) => {
    const { network } = (await import(`../../subgraphs/${subgraph}/network.ts`)) as { network: Network };
    return network;
  }),
);

/** The listed countries, and a made-up one. */
export const networks: readonly Network[] = [...listedNetworks, atlantis];
