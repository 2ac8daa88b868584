import { dirname, join } from 'node:path';

/** The parts of `schema/`, which stands beside a member list. */
export interface SchemaFolder {
  readonly supergraph: string;
  readonly released: string;
  readonly decisions: string;
  readonly operations: string;
}

/** Where the supergraph, the released texts, the decision records and the stored queries of a member list are. */
export function schemaFolder(roverFile: string): SchemaFolder {
  const folder = join(dirname(roverFile), 'schema');
  return {
    supergraph: join(folder, 'supergraph.graphql'),
    released: join(folder, 'released'),
    decisions: join(folder, 'decisions'),
    operations: join(folder, 'operations'),
  };
}
