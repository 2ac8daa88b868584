// Long on purpose: a query is one recursion over the schema, and what may stand beside what is decided in it.
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  parse,
  validate,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { seededRandom } from './seeded-random.ts';

export interface RandomQuery {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const MAX_TRIES = 50;

/**
 * A valid query that a seed determines: aliases (also equal ones on different types), arguments as literals and variables, inline and named fragments,
 * @skip and @include, type names.
 */
export function randomQuery(schema: GraphQLSchema, seed: number, maxDepth: number): RandomQuery {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const written = new Writer(schema, seededRandom(seed * MAX_TRIES + attempt), maxDepth).operation();
    if (validate(schema, parse(written.query)).length === 0) return written;
  }
  return { query: '{ __typename }', variables: {} };
}

class Writer {
  readonly #variables = new Map<string, { type: string; value: unknown; fallback: string }>();
  readonly #fragments: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: () => number,
    private readonly maxDepth: number,
  ) {}

  operation(): RandomQuery {
    const mutation = this.schema.getMutationType();
    const kind = mutation && this.chance(0.15) ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
    const root = this.schema.getRootType(kind);
    if (!root) throw new Error('a schema without a query');
    const selection = this.selection(root, 1);
    const declared = [...this.#variables].map(([name, { type, fallback }]) => `$${name}: ${type}${fallback}`);
    const head = `${kind} ${this.chance(0.5) ? 'Q' : 'Other'}${declared.length > 0 ? `(${declared.join(', ')})` : ''}`;
    const sent = [...this.#variables].filter(([, { fallback }]) => fallback === '' || this.chance(0.5));
    return {
      query: [`${head} ${selection}`, ...this.#fragments].join('\n'),
      variables: Object.fromEntries(sent.map(([name, { value }]) => [name, value])),
    };
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const count = 1 + Math.floor(this.random() * (depth === 1 ? 3 : 5));
    for (let index = 0; index < count; index += 1) parts.push(this.part(type, depth));
    if (this.chance(0.2)) parts.push('__typename');
    if (this.chance(0.05)) parts.push('kind: __typename');
    return `{ ${parts.filter((part) => part !== '').join(' ') || '__typename'} }`;
  }

  private part(type: GraphQLCompositeType, depth: number): string {
    const isFragment = isAbstractType(type) ? this.chance(0.5) : this.chance(0.12);
    if (isFragment && depth < this.maxDepth) return this.fragment(type, depth);
    if (!('getFields' in type)) return '';
    const fields = Object.values(type.getFields()).filter((field) => depth < this.maxDepth || !isCompositeType(getNamedType(field.type)));
    const field = this.pick(fields);
    return field === undefined ? '' : this.field(field, depth);
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.flatMap((argument) => {
      const isNeeded = isNonNullType(argument.type) && argument.defaultValue === undefined;
      return isNeeded || this.chance(0.6) ? [`${argument.name}: ${this.argument(argument.type, argument.defaultValue !== undefined)}`] : [];
    });
    const below = getNamedType(field.type);
    const hasAlias = given.length > 0 || this.chance(0.25);
    const alias = hasAlias ? `${this.pick(['a', 'b', 'c', 'd', 'constructor', `x${Math.floor(this.random() * 1_000)}`]) ?? 'a'}: ` : '';
    const text = `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.directives()}`;
    return isCompositeType(below) ? `${text} ${this.selection(below, depth + 1)}` : text;
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    const parents = isObjectType(type) ? type.getInterfaces() : [];
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    const condition = this.pick<GraphQLCompositeType>([type, ...parents, ...possible, ...possible]) ?? type;
    const selection = this.selection(condition, depth + 1);
    if (this.chance(0.6)) return `...${this.chance(0.1) ? '' : ` on ${condition.name}`}${this.directives()} ${selection}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${condition.name} ${selection}`);
    return `...${name}${this.directives()}`;
  }

  private directives(): string {
    if (!this.chance(0.12)) return '';
    const name = this.pick(['skip', 'include']) ?? 'skip';
    if (this.chance(0.3)) return ` @${name}(if: ${String(this.chance(0.5))})`;
    const variable = this.pick(['yes', 'no', 'maybe']) ?? 'yes';
    const fallback = variable === 'maybe' ? ' = true' : '';
    this.#variables.set(variable, { type: 'Boolean!', value: variable === 'yes', fallback });
    return ` @${name}(if: $${variable})`;
  }

  private argument(type: GraphQLInputType, hasDefault: boolean): string {
    if (!this.chance(0.4)) return this.literal(type);
    const name = `v${this.#variables.size}`;
    const isOptional = hasDefault && !isNonNullType(type);
    const fallback = isOptional || this.chance(0.3) ? ` = ${this.literal(type)}` : '';
    this.#variables.set(name, { type: String(type), value: this.value(type), fallback });
    return `$${name}`;
  }

  private literal(type: GraphQLInputType): string {
    return write(type, this.value(type));
  }

  private value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.present(type.ofType);
    return this.chance(0.1) ? null : this.present(type);
  }

  private present(type: GraphQLInputType): unknown {
    if (isListType(type)) {
      const length = Math.floor(this.random() * 3);
      return Array.from({ length }, () => this.value(type.ofType));
    }
    if (isEnumType(type)) return this.pick(type.getValues())?.name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || this.chance(0.6));
      return Object.fromEntries(fields.map((field) => [field.name, this.value(field.type)]));
    }
    const number = Math.floor(this.random() * 5);
    if (String(type) === 'Boolean') return number % 2 === 0;
    return String(type) === 'Int' || String(type) === 'Float' ? number : String(number);
  }

  private pick<T>(values: readonly T[]): T | undefined {
    return values[Math.floor(this.random() * values.length)];
  }

  private chance(probability: number): boolean {
    return this.random() < probability;
  }
}

function write(type: GraphQLInputType, value: unknown): string {
  if (isNonNullType(type)) return write(type.ofType, value);
  if (value === null || value === undefined) return 'null';
  if (isListType(type)) return `[${(value as unknown[]).map((item) => write(type.ofType, item)).join(', ')}]`;
  if (isEnumType(type)) return value as string;
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const written = Object.entries(value).flatMap(([name, item]) =>
      fields[name] === undefined ? [] : [`${name}: ${write(fields[name].type, item)}`],
    );
    return `{ ${written.join(', ')} }`;
  }
  return JSON.stringify(value);
}
