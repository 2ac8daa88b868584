import { type ASTNode, type ConstDirectiveNode, type DefinitionNode, type DirectiveNode, Kind, visit } from 'graphql';
import { lineOf } from '../line-of.ts';
import { parseSdl } from '../parse-sdl.ts';
import { stringArgument } from '../string-argument.ts';
import type { Finding } from './finding.ts';

// What the countries' texts apply, and GraphQL itself. Federation's others take or change what another member owns.
const ALLOWED: readonly string[] = ['key', 'shareable', 'tag', 'listSize', 'deprecated', 'specifiedBy', 'oneOf', 'link'];
// What a question costs is the hub's to say: the greatest weight counts for all members.
const ALLOWED_AT: Readonly<Record<string, readonly string[]>> = { hub: [...ALLOWED, 'cost'] };

const FEDERATION = /^https:\/\/specs\.apollo\.dev\/federation\/v[\d.]+$/;
const LINK = /^https:\/\/specs\.apollo\.dev\/link\/v[\d.]+$/;

/**
 * A member's text applies only the directives of the contract: with @override, @interfaceObject, @inaccessible and their like one member would
 * take a field from another, or hide it for all.
 * Shape   SDL, the member's name -> one finding per use, with its line; a directive is known under each name that the text imports it by
 * Errors  SDL_INVALID
 */
export function directives(sdl: string, member = 'schema'): Finding[] {
  const document = parseSdl(sdl, member);
  const allowed = ALLOWED_AT[member] ?? ALLOWED;
  const links = document.definitions.flatMap(linksOf);
  const known = new Map(links.flatMap(({ imports }) => imports.map(({ name, as }): [string, string] => [as, name])));
  const namespaces = links.map(({ namespace }) => `${namespace}__`);
  const meantBy = ({ name: { value } }: DirectiveNode): string => {
    const namespace = namespaces.find((prefix) => value.startsWith(prefix));
    return known.get(value) ?? (namespace ? value.slice(namespace.length) : value);
  };

  const findings = links
    .filter(({ url }) => !FEDERATION.test(url) && !LINK.test(url))
    .map(({ url, line }) => finding('schema', line, `it links ${url}; a text links Federation 2 alone: take it out`));
  visit(document, {
    Directive(node, _key, _parent, _path, above) {
      const name = meantBy(node);
      if (allowed.includes(name)) return;
      const place = placeOf(above);
      const from = name === 'override' ? stringArgument(node as ConstDirectiveNode, 'from') : undefined;
      const taken = from === undefined ? `@${name} can change what other members own` : `@override takes ${place} from ${from}`;
      findings.push(finding(place, lineOf(node), `${taken}; a text applies ${wordsOf(allowed)} alone: take it out`));
    },
  });
  return findings;
}

interface Link {
  readonly url: string;
  readonly line: number;
  /** What stands before `__` in the names that are not imported. */
  readonly namespace: string;
  readonly imports: readonly { readonly name: string; readonly as: string }[];
}

/** Every directive of the schema with a URL: @link itself may be called otherwise. */
function linksOf(node: DefinitionNode): Link[] {
  if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) return [];
  return (node.directives ?? []).flatMap((directive): Link[] => {
    const url = stringArgument(directive, 'url');
    if (url === undefined) return [];
    const namespace = stringArgument(directive, 'as') ?? /([^/]+)\/v[\d.]+$/.exec(url)?.[1] ?? url;
    return [{ url, line: lineOf(directive), namespace, imports: importsOf(directive) }];
  });
}

function importsOf(directive: ConstDirectiveNode): Link['imports'] {
  const list = directive.arguments?.find(({ name }) => name.value === 'import')?.value;
  if (list?.kind !== Kind.LIST) return [];
  return list.values.flatMap((value) => {
    if (value.kind === Kind.STRING) return [{ name: bare(value.value), as: bare(value.value) }];
    if (value.kind !== Kind.OBJECT) return [];
    const texts = new Map(
      value.fields.flatMap(({ name, value: text }): [string, string][] => (text.kind === Kind.STRING ? [[name.value, text.value]] : [])),
    );
    const name = texts.get('name');
    return name === undefined ? [] : [{ name: bare(name), as: bare(texts.get('as') ?? name) }];
  });
}

const bare = (name: string): string => name.replace(/^@/, '');

/** GraphQL's coordinate of what stands above a directive. */
function placeOf(above: readonly (ASTNode | readonly ASTNode[])[]): string {
  const names = above.flatMap((node) => ('kind' in node && 'name' in node && node.name ? [node.name.value] : []));
  const [type = 'schema', field, argument] = names;
  return `${type}${field ? `.${field}` : ''}${argument ? `(${argument}:)` : ''}`;
}

const wordsOf = (names: readonly string[]): string =>
  names
    .filter((name) => name !== 'link')
    .map((name) => `@${name}`)
    .join(', ');

const finding = (where: string, line: number, message: string): Finding => ({
  check: 'directives',
  where,
  message: `line ${line}: ${message}`,
});
