import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterEach } from '@jest/globals';
import { GraphQLError, GraphQLScalarType, parse } from 'graphql';
import { pino, type Logger } from 'pino';
import { startGateway } from '../../gateway/main.ts';
import { DEFAULT_HTTP_LIMITS } from '../../http/limits.ts';
import { openGraphqlServer } from '../../http/open-graphql-server.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag"])\n';
const SHARED = `
  scalar Edtf
  enum Level { NATIONAL REGIONAL }
  interface NationalNetwork { code: String! name(language: Language): String level: Level statements(first: Int = 50, after: String, period: Edtf): StatementConnection }
  type StatementConnection @shareable { totalCount: Int nodes: [Statement!] }
  enum Language { RU KK UZ EN }
  type Statement @shareable { id: ID! value: Float words: String! indicator: String lower: Float upper: Float qualifier: String period: Period source: Source }
  type Period @shareable { edtf: String }
  type Source @shareable { title: String }
`;

/** Three countries as the subgraphs of the tests serve them. */
export const countries = [
  { subgraph: 'kazakhstan', country: 'KZ', door: 'KazakhstanNetwork', name: 'Қазақстан' },
  { subgraph: 'russia', country: 'RU', door: 'RussiaNetwork', name: 'Россия' },
  { subgraph: 'uzbekistan', country: 'UZ', door: 'UzbekistanNetwork', name: 'Oʻzbekiston' },
] as const;
export type Country = (typeof countries)[number];

const running: (() => Promise<void>)[] = [];
/** Runs at the end of the test, last opened first. */
export function closeAfterTest(close: () => Promise<void>): void {
  running.unshift(close);
}
afterEach(async () => {
  for (const close of running.splice(0)) await close();
});

export const quiet: Logger = pino({ level: 'silent' });

export function sdlOf({ subgraph, country, door }: Country): string {
  return `${LINK}${SHARED}
    type ${door} implements NationalNetwork @key(fields: "code") @tag(name: "country/${country}") {
      code: String! name(language: Language): String level: Level statements(first: Int = 50, after: String, period: Edtf): StatementConnection
    }
    type Query { ${subgraph}: ${door} }`;
}

const hubSdlOf = (members: readonly Country[]): string => `${LINK}
  interface NationalNetwork { code: String! }
  ${members.map(({ door }) => `type ${door} implements NationalNetwork @key(fields: "code", resolvable: false) { code: String! }`).join('\n')}
  type Query { networks: [NationalNetwork!]! seats: Int! border: Border }
  type Border { east: NationalNetwork west: NationalNetwork }`;

/** The supergraph of the countries and the hub; its addresses lead nowhere until the environment replaces them. */
export function composeSmallSupergraph(members: readonly Country[] = countries): string {
  const services = [
    ...members.map((one) => ({ name: one.subgraph, typeDefs: parse(sdlOf(one)) })),
    { name: 'hub', typeDefs: parse(hubSdlOf(members)) },
  ];
  const { supergraphSdl, errors } = composeServices(services.map((service) => ({ ...service, url: 'http://127.0.0.1:1/graphql' })));
  if (supergraphSdl === undefined) throw new Error(`the small supergraph does not compose: ${JSON.stringify(errors)}`);
  return supergraphSdl;
}

const edtf = new GraphQLScalarType({
  name: 'Edtf',
  parseValue(value) {
    if (typeof value === 'string' && /^\d{4}$/.test(value)) return value;
    throw new GraphQLError('words of a country', { extensions: { code: 'PERIOD_INVALID', details: { value } } });
  },
});

function resolversOf({ subgraph, country, door, name }: Country) {
  const network = () => ({ __typename: door, code: country, name, level: 'NATIONAL' });
  const statements = (_network: unknown, { first, after }: { first: number; after?: string }) => {
    if (first > 1_000)
      throw new GraphQLError('words of a country', { extensions: { code: 'PAGE_TOO_LARGE', details: { value: first, max: 1_000 } } });
    if (after !== undefined) {
      const details = { value: 'never-sent-by-anybody', accepted: ['internal/<path>', 'KZ'], list: 'cursors of kz' };
      throw new GraphQLError(`broken cursor ${after}`, {
        extensions: { code: after === 'x' ? 'CURSOR_INVALID' : 'CODE_UNKNOWN', details },
      });
    }
    const nodes = Array.from({ length: Math.min(first, 3) }, (_, index) => ({
      id: `${country.toLowerCase()}:${index}`,
      value: index + 0.5,
      words: `слова ${index}`,
    }));
    return { totalCount: 3, nodes };
  };
  return { Edtf: edtf, Query: { [subgraph]: network }, [door]: { __resolveReference: network, statements } };
}

/** One country's true server on a free port; gives its endpoint. */
export async function openCountry(country: Country): Promise<string> {
  return openSubgraph(country.subgraph, sdlOf(country), resolversOf(country));
}

const networks = () => countries.map(({ door, country }) => ({ __typename: door, code: country }));

export async function openHub(): Promise<string> {
  return openSubgraph('hub', hubSdlOf(countries), {
    Query: { networks, seats: () => 3, border: () => ({ east: networks()[0], west: networks()[0] }) },
  });
}

export async function openSubgraph(name: string, sdl: string, resolvers: object): Promise<string> {
  const server = await openGraphqlServer({
    name,
    log: quiet,
    apollo: { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]) },
    context: () => ({}),
    isReady: () => true,
    limits: DEFAULT_HTTP_LIMITS,
    knownErrors: Object.fromEntries(
      ['PAGE_TOO_LARGE', 'CURSOR_INVALID', 'CODE_UNKNOWN', 'PERIOD_INVALID'].map((code) => [code, { family: 'client' as const }]),
    ),
  });
  closeAfterTest(() => server.close());
  return server.listen({ host: '127.0.0.1', port: 0 });
}

/** A gateway over a supergraph text; `urls` says where each subgraph really is. */
export async function openGateway(
  supergraph: string,
  urls: Readonly<Record<string, string>> = {},
  env: NodeJS.ProcessEnv = {},
  log: Logger = quiet,
) {
  const folder = await mkdtemp(join(tmpdir(), 'birge-gateway-'));
  closeAfterTest(() => rm(folder, { recursive: true }));
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(supergraphFile, supergraph);
  const routing = Object.fromEntries(Object.entries(urls).map(([name, url]) => [`ROUTING_URL_${name.toUpperCase()}`, url]));
  const gateway = await startGateway({
    supergraphFile,
    host: '127.0.0.1',
    port: 0,
    // Without a breaker a test sees each outage by itself.
    env: { BREAKER_OPEN_MS: '0', DRAIN_MS: '0', RATE_LIMIT_PER_MINUTE: '0', COST_LIMIT_PER_MINUTE: '0', ...routing, ...env },
    log,
  });
  closeAfterTest(() => gateway.close());
  const ask = async (query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    };
    const response = await fetch(gateway.url, init);
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as GatewayBody, headers: response.headers };
  };
  /** Puts another text in the place of the supergraph file, as careful writers do. */
  const writeSupergraph = async (text: string) => {
    await writeFile(`${supergraphFile}.new`, text);
    await rename(`${supergraphFile}.new`, supergraphFile);
  };
  return { url: gateway.url, ask, writeSupergraph, reload: () => gateway.reload(), close: () => gateway.close() };
}

export interface GatewayBody {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[];
  readonly extensions?: unknown;
}

/** Three healthy countries, the hub and a gateway over them. */
export async function openSmallFederation(env: NodeJS.ProcessEnv = {}) {
  const urls: Record<string, string> = { hub: await openHub() };
  for (const country of countries) urls[country.subgraph] = await openCountry(country);
  return { urls, ...(await openGateway(composeSmallSupergraph(), urls, env)) };
}
