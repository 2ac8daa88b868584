import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeAfterTest, composeSmallSupergraph, countries, openGateway } from '../small-federation.ts';

/** A subgraph whose data are one name, and whose revision the test sets. */
export interface RevisedSubgraph {
  readonly url: string;
  name: string;
  /** What its answers say; null: nothing. */
  header: string | null;
  /** What it tells when asked for its revision; null: 503. */
  revision: Record<string, string> | null;
  /** Errors beside the data. */
  errors: readonly object[];
  /** Runs before an answer is sent, after it was made. */
  beforeAnswer: () => Promise<void>;
  /** Runs before a revision is told, after it was read. */
  beforeTold: () => Promise<void>;
  /** GraphQL requests and questions for the revision, so far. */
  asked: number;
  polled: number;
}

async function openRevised(given: Pick<RevisedSubgraph, 'name' | 'header' | 'revision'>, dataOf: (name: string, query: string) => object) {
  const subgraph = {
    ...given,
    url: '',
    errors: [],
    beforeAnswer: async () => undefined,
    beforeTold: async () => undefined,
    asked: 0,
    polled: 0,
  } as RevisedSubgraph & {
    url: string;
  };
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/revision') {
      subgraph.polled += 1;
      const { revision } = subgraph;
      await subgraph.beforeTold();
      response.writeHead(revision === null ? 503 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(revision ?? {}));
      return;
    }
    let body = '';
    for await (const chunk of request) body += String(chunk);
    subgraph.asked += 1;
    const { query } = JSON.parse(body) as { query: string };
    const { header, errors } = subgraph;
    const text = JSON.stringify({ data: dataOf(subgraph.name, query), ...(errors.length === 0 ? {} : { errors }) });
    await subgraph.beforeAnswer();
    response.writeHead(200, { 'content-type': 'application/json', ...(header === null ? {} : { 'birge-revisions': header }) }).end(text);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeAfterTest(async () => {
    server.closeAllConnections();
    server.close();
  });
  subgraph.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return subgraph;
}

/** Three countries, the hub, and a gateway over them whose cache is on. */
export async function openRevisedFederation(env: NodeJS.ProcessEnv = {}) {
  const [kazakhstan, russia, uzbekistan] = await Promise.all(
    countries.map(({ country, subgraph, door, name }) =>
      openRevised({ name, header: `${country}=1`, revision: { [country]: '1' } }, (now, query) =>
        query.includes('_entities')
          ? { _entities: [{ __typename: door, name: now }] }
          : { [subgraph]: { __typename: door, code: country, name: now } },
      ),
    ),
  );
  const hub = await openRevised({ name: '3', header: 'HUB=1, KZ=1', revision: { HUB: '1' } }, (now) => ({ seats: Number(now) }));
  if (kazakhstan === undefined || russia === undefined || uzbekistan === undefined) throw new Error('three countries');
  const subgraphs = { kazakhstan, russia, uzbekistan, hub };
  const supergraph = composeSmallSupergraph();
  const urls = Object.fromEntries(Object.entries(subgraphs).map(([name, { url }]) => [name, url]));
  const open = (more: NodeJS.ProcessEnv = {}) => openGateway(supergraph, urls, { REVISION_POLL_MS: '200', ...env, ...more });
  return { ...subgraphs, supergraph, open, ...(await open()) };
}

/** Asks until an answer comes from the cache. */
export async function warm(ask: () => Promise<{ readonly headers: Headers }>): Promise<void> {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    if ((await ask()).headers.get('cache-status') === 'birge; hit') return;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new Error('no answer came from the cache');
}
