import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { subgraph as kazakhstan } from '../../subgraphs/kazakhstan/index.ts';
import { subgraph as russia } from '../../subgraphs/russia/index.ts';
import { subgraph as uzbekistan } from '../../subgraphs/uzbekistan/index.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { FROZEN_NOW, silent } from '../harness/open-door.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { Proxy } from './proxy.ts';
import type { Healthy } from './check-answer.ts';
import type { Row } from './matrix.ts';
import { COUNTRIES, QUESTIONS, type Country, type Question } from './questions.ts';
import { startAsking } from './start-asking.ts';

const HOST = '127.0.0.1';

export interface Clocks {
  readonly countryTimeoutMs: number;
  readonly breakerOpenMs: number;
  /** Whether answers may be given again; absent: repeated questions reach the countries. */
  readonly hasCache?: boolean;
}

/** An answer with all that a client sees of it. */
export interface StandAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: string;
  readonly requestId: string;
  readonly elapsedMs: number;
}

/** Gateway and hub, asking the countries through proxies of their own. */
export interface Stand {
  readonly proxies: ReadonlyMap<Country, Proxy>;
  /** Starts gateway and hub anew: without a connection, a breaker's memory, or a copy. An address given here replaces that of a country's proxy. */
  restart(clocks: Clocks, addresses?: ReadonlyMap<Country, string>): Promise<void>;
  ask(query: string): Promise<StandAnswer>;
  /** What gateway and hub have written to their log since the last restart. */
  readonly logged: readonly string[];
  /** How often somebody was led astray. */
  trapHits(): number;
  stop(): Promise<void>;
}

/** The true countries of one test file; all stands share them. */
export async function openCountries(): Promise<ReadonlyMap<Country, string>> {
  const dataFolder = join(await temporaryFolder(), 'var');
  const open = async (module: typeof kazakhstan): Promise<[Country, string]> => {
    const country = await module.open({ dataFolder, roverFile: '', now: () => FROZEN_NOW, log: silent });
    whenFileEnds(() => country.close());
    return [COUNTRIES[module.name as keyof typeof COUNTRIES], await country.listen({ host: HOST, port: 0 })];
  };
  return new Map(await Promise.all([kazakhstan, russia, uzbekistan].map(open)));
}

/** Puts the row before the countries; what it gives ends it. */
export function beginAt({ proxies }: Stand, row: Row, struck: readonly Country[]): () => Promise<void> {
  const ends = [...proxies].filter(([country]) => struck.includes(country)).map(([, proxy]) => row.begin(proxy));
  return async () => void (await Promise.all(ends.map((end) => end())));
}

/** All questions at once, with their answers. */
export function askEach(stand: Stand): Promise<(readonly [Question, StandAnswer])[]> {
  return Promise.all(QUESTIONS.map(async (question) => [question, await stand.ask(question.query)] as const));
}

/** The hub shows copies only of countries whose terms it has heard. */
export async function hubKnowsAll(stand: Stand): Promise<boolean> {
  return !/null|false/.test((await stand.ask('{ networkStatus { up contractVersion } }')).text);
}

/** The answers while all is well. */
export async function readHealthy(countries: ReadonlyMap<Country, string>): Promise<Healthy> {
  const stand = await openStand(countries, Math.random);
  await stand.restart({ countryTimeoutMs: 60_000, breakerOpenMs: 0 });
  const answers = await askEach(stand);
  await stand.stop();
  return new Map(answers);
}

/** Numbers would stand in answers and headers, in which digits are looked for. */
function wordOf(count: number): string {
  return String(count).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}

let requests = 0;
const nothing = (): Promise<void> => Promise.resolve();

/** Puts a proxy before each country; nothing asks them before the first `restart`. */
export async function openStand(countries: ReadonlyMap<Country, string>, random: () => number): Promise<Stand> {
  const trap = await openTrap();
  const open = async ([country, url]: [Country, string]) => [country, await Proxy.open(url, trap.url, random)] as const;
  const proxies = new Map(await Promise.all([...countries].map(open)));
  let logged: string[] = [];
  let url = '';
  let stopServers = nothing;

  const restart: Stand['restart'] = async ({ countryTimeoutMs, breakerOpenMs, hasCache = false }, addresses) => {
    await stopServers();
    logged = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
    const asking = await startAsking({
      countries: Object.fromEntries(
        Object.entries(COUNTRIES).map(([name, country]) => [name, addresses?.get(country) ?? proxies.get(country)?.url ?? '']),
      ),
      dataFolder: join(await temporaryFolder(), 'var'),
      countryTimeoutMs,
      breakerOpenMs,
      hasCache,
      now: () => FROZEN_NOW,
      log,
    });
    url = asking.url;
    stopServers = () => asking.close();
  };

  return {
    proxies,
    restart,
    async ask(query) {
      requests += 1;
      const requestId = `asked-${wordOf(requests)}`;
      const begun = performance.now();
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-request-id': requestId },
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      const headers = JSON.stringify([...response.headers].filter(([name]) => name !== 'date' && name !== 'content-length'));
      return { status: response.status, text, headers, requestId, elapsedMs: performance.now() - begun };
    },
    get logged() {
      return logged;
    },
    trapHits: trap.hits,
    async stop() {
      await stopServers();
      stopServers = nothing;
      await Promise.all([...proxies.values()].map((proxy) => proxy.goAway()));
      await trap.close();
    },
  };
}

async function openTrap() {
  let count = 0;
  const server = createServer((_request, response) => {
    count += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{}}');
  });
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://${HOST}:${(server.address() as AddressInfo).port}/trap`, hits: () => count, close };
}
