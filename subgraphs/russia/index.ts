import { createSubgraph } from '../national/create-subgraph.ts';
import { network } from './network.ts';

/** The subgraph of Russia. */
export const subgraph = createSubgraph(network);
