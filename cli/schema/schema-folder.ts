import { dirname, join } from 'node:path';

/** The folders beside a member list: `schema/` with the supergraph, the released texts and the decision records. */
export function schemaFolder(roverFile: string): { supergraph: string; released: string; decisions: string } {
  const folder = join(dirname(roverFile), 'schema');
  return { supergraph: join(folder, 'supergraph.graphql'), released: join(folder, 'released'), decisions: join(folder, 'decisions') };
}
