import { getNamedType, isInterfaceType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

/** The argument by which every list of the contract is cut into pages. */
const PAGE_ARGUMENT = 'first';
/** The fields of a page that hold its rows. */
const ROW_FIELDS = ['nodes', 'edges'];

/**
 * Says of every field that answers a page how many rows it holds, as `@listSize`: who plans or limits queries then reads it in the text. All lists of the
 * contract have one shape, so it is said here once and not at each of them; of a list without pages, `listRows` says it by `Type.field`.
 * Errors  throws for a list that is not in the schema
 * Source  https://ibm.github.io/graphql-specs/cost-spec.html, "@listSize"
 */
export function markListSizes(schema: GraphQLSchema, listRows: Readonly<Record<string, number>>): void {
  const unmarked = new Set(Object.keys(listRows));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const place = `${type.name}.${field.name}`;
      const assumedSize = listRows[place];
      if (assumedSize !== undefined && unmarked.delete(place)) mark(field, { assumedSize });
      const page = getNamedType(field.type);
      if (!field.args.some(({ name }) => name === PAGE_ARGUMENT) || !isObjectType(page)) continue;
      const sizedFields = ROW_FIELDS.filter((name) => name in page.getFields());
      if (sizedFields.length === 0) continue;
      mark(field, { slicingArguments: [PAGE_ARGUMENT], sizedFields, requireOneSlicingArgument: false });
    }
  }
  if (unmarked.size > 0) throw new Error(`the schema has no ${[...unmarked].join(', ')} whose rows could be told`);
}

function mark(field: GraphQLField<unknown, unknown>, listSize: object): void {
  field.extensions = { ...field.extensions, directives: { listSize: [listSize] } };
}
