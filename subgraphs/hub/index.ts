import { createSubgraph } from './create-subgraph.ts';

/** The hub: what belongs to no single country. */
export const subgraph = createSubgraph('hub', new URL('./data/', import.meta.url));
