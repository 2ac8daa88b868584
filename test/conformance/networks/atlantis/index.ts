import { createSubgraph } from '../../../../subgraphs/national/create-subgraph.ts';
import { network } from './network.ts';

/** The subgraph of the made-up country. */
export const subgraph = createSubgraph(network);
