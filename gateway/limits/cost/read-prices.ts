import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** How many rows a field's list holds: `@listSize`. */
export interface ListSize {
  readonly assumedSize: number | null;
  /** Arguments that say how many rows are asked for. */
  readonly slicingArguments: readonly string[];
  /** Fields of the answer that hold those rows; none: the field itself does. */
  readonly sizedFields: readonly string[];
}

/**
 * What the members say of the cost of their fields.
 * Shape   weights of `Type`, `Type.field` and `Type.field(argument)`, sizes of `Type.field`
 * Unit    weight: points for each object or value
 */
export interface Prices {
  readonly weights: ReadonlyMap<string, number>;
  readonly sizes: ReadonlyMap<string, ListSize>;
}

const COST_FEATURE = /^https:\/\/specs\.apollo\.dev\/cost\/v\d/;

/**
 * Reads `@cost` and `@listSize` from a supergraph, under whatever names its `@link` gives them.
 * Errors  none: a supergraph without them has no prices, and every object then costs one point
 * Source  https://ibm.github.io/graphql-specs/cost-spec.html; https://specs.apollo.dev/cost/v0.1
 */
export function readPrices(supergraph: DocumentNode): Prices {
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  const names = namesOf(supergraph);
  if (names === null) return { weights, sizes };
  const read = (place: string, directives: readonly ConstDirectiveNode[] | undefined) => {
    for (const directive of directives ?? []) {
      const values = argumentsOf(directive);
      if (directive.name.value === names.cost && typeof values['weight'] === 'number') weights.set(place, values['weight']);
      if (directive.name.value === names.listSize) sizes.set(place, listSizeOf(values));
    }
  };
  for (const node of supergraph.definitions) {
    if (!('name' in node) || node.name === undefined || !('directives' in node)) continue;
    const type = node.name.value;
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION || node.kind === Kind.SCALAR_TYPE_DEFINITION)
      read(type, node.directives);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of node.fields ?? []) {
      const place = `${type}.${field.name.value}`;
      read(place, field.directives);
      for (const argument of field.arguments ?? []) read(`${place}(${argument.name.value})`, argument.directives);
    }
  }
  return { weights, sizes };
}

function namesOf(supergraph: DocumentNode): { cost: string; listSize: string } | null {
  const schema = supergraph.definitions.find((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION);
  const links = (schema?.directives ?? []).filter(({ name }) => name.value === 'link').map(argumentsOf);
  const link = links.find(({ url }) => typeof url === 'string' && COST_FEATURE.test(url));
  if (link === undefined) return null;
  const feature = typeof link['as'] === 'string' ? link['as'] : 'cost';
  const imported = new Map((Array.isArray(link['import']) ? (link['import'] as unknown[]) : []).map(readImport));
  return { cost: imported.get('@cost') ?? feature, listSize: imported.get('@listSize') ?? `${feature}__listSize` };
}

/** An import is `"@cost"` or `{ name: "@cost", as: "@price" }`. */
function readImport(item: unknown): [name: string, local: string] {
  const { name, as } = typeof item === 'string' ? { name: item, as: item } : (item as { name: string; as?: string });
  return [name, (as ?? name).replace(/^@/, '')];
}

function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

function listSizeOf({ assumedSize, slicingArguments, sizedFields }: Record<string, unknown>): ListSize {
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : null,
    slicingArguments: texts(slicingArguments),
    sizedFields: texts(sizedFields),
  };
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
