import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { DEFAULT_HTTP_LIMITS } from '../../../http/limits.ts';
import { openGraphqlServer } from '../../../http/open-graphql-server.ts';
import { closeAfterTest, openGateway, quiet, type GatewayBody } from '../small-federation.ts';

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@listSize", "@cost"])
  type Query {
    tree: Tree
    trees: [Tree!]
    page(first: Int! = 50): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
    chosen(ids: [Int!], deep: Deep): Int
    dear: Int @cost(weight: 70)
  }
  input Deep { deep: Deep ids: [Int!] }
  type Tree { leaf: Int color: Color tree: Tree trees: [Tree!] page(first: Int = 50): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false) }
  type Page { count: Int nodes: [Tree!] edges: [Edge!] }
  type Edge { node: Tree }
  enum Color { GREEN }`;

const tree = () => ({ leaf: 1, color: 'GREEN', tree, trees: () => [tree()], page });
const page = () => ({ count: 1, nodes: () => [tree()], edges: () => [{ node: tree() }] });
const resolvers = { Query: { tree, trees: () => [tree()], page, chosen: () => 1, dear: () => 1 } };

/** The schema of the tests as a supergraph, with its prices. */
export function composeTrees(routingUrl = 'http://127.0.0.1:1/'): string {
  const { supergraphSdl, errors } = composeServices([{ name: 'trees', url: routingUrl, typeDefs: parse(sdl) }]);
  if (supergraphSdl === undefined) throw new Error(JSON.stringify(errors));
  return supergraphSdl;
}

export interface LimitedAnswer {
  readonly status: number;
  readonly body: GatewayBody;
  readonly headers: Headers;
  readonly text: string;
}

/** A gateway over one subgraph that counts what it is asked. `env` are settings of the gateway. */
export async function openLimitedGateway(env: NodeJS.ProcessEnv = {}) {
  let asked = 0;
  const subgraph = await openGraphqlServer({
    name: 'trees',
    log: quiet,
    apollo: { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]) },
    context: () => {
      asked += 1;
      return {};
    },
    isReady: () => true,
    limits: { ...DEFAULT_HTTP_LIMITS, maxTokens: Number.MAX_SAFE_INTEGER, maxBodyBytes: 10_000_000 },
  });
  closeAfterTest(() => subgraph.close());
  const gateway = await openGateway(composeTrees(await subgraph.listen({ host: '127.0.0.1', port: 0 })), {}, env);
  const send = async (init: RequestInit, search = ''): Promise<LimitedAnswer> => {
    const response = await fetch(`${gateway.url}${search}`, init);
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as GatewayBody, headers: response.headers, text };
  };
  return {
    url: gateway.url,
    send,
    /** Asks by POST; `accept` names the media type of the answer. */
    ask: (body: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) =>
      send({ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
    asked: () => asked,
  };
}

/** The code of a refusal, whose shape is asserted by its reader: one error of four keys, and no data. */
export function refusalOf({ body }: LimitedAnswer): { code: unknown; message: string | undefined; keys: readonly string[] } {
  const [error] = body.errors ?? [];
  const keys = [...Object.keys(body), ...Object.keys(error ?? {}), ...Object.keys(error?.extensions ?? {})];
  return { code: error?.extensions['code'], message: error?.message, keys };
}
