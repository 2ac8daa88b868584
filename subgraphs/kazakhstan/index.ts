import { createSubgraph } from '../national/create-subgraph.ts';
import { network } from './network.ts';

/** The subgraph of Kazakhstan. */
export const subgraph = createSubgraph(network);
