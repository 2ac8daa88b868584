import { type GraphQLResolveInfo, Kind, type OperationDefinitionNode, visit } from 'graphql';

type Info = Pick<GraphQLResolveInfo, 'operation' | 'fragments' | 'path'>;

/**
 * Keeps what is read of a query's text alone: a document that is asked again, with other variables, is not read again.
 * Shape   reader of what is selected at a field -> the same reader; what it gives is shared by requests, so nobody may change it
 */
export function keptByOperation<Read>(read: (info: GraphQLResolveInfo) => Read): (info: GraphQLResolveInfo) => Read {
  // The documents are the server's to keep; what was read of one goes with it.
  const kept = new WeakMap<OperationDefinitionNode, Map<string, Read>>();
  return (info) => {
    if (dependsOnVariables(info)) return read(info);
    let places = kept.get(info.operation);
    if (places === undefined) kept.set(info.operation, (places = new Map()));
    const place = placeOf(info);
    let known = places.get(place);
    if (known === undefined && !places.has(place)) places.set(place, (known = read(info)));
    return known as Read;
  };
}

const dependence = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether a variable decides what is selected, by `@skip` or `@include`. */
function dependsOnVariables({ operation, fragments }: Info): boolean {
  let depends = dependence.get(operation);
  if (depends === undefined) {
    depends = [operation, ...Object.values(fragments)].some(({ selectionSet }) => {
      let found = false;
      visit(selectionSet, {
        Directive: ({ arguments: given = [] }) => void (found ||= given.some(({ value }) => value.kind === Kind.VARIABLE)),
      });
      return found;
    });
    dependence.set(operation, depends);
  }
  return depends;
}

/** Where a field stands: the response keys down to it, each with the type that has it, for these decide which nodes were merged there. */
function placeOf({ path }: Info): string {
  let place = '';
  for (let at: Info['path'] | undefined = path; at; at = at.prev)
    if (typeof at.key === 'string') place = `${at.typename}.${at.key}/${place}`;
  return place;
}
