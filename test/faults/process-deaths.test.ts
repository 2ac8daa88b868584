import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { seededRandom } from '../gateway/execute/seeded-random.ts';
import { ask } from '../harness/ask.ts';
import { startUp } from '../harness/start-up.ts';
import { COUNTRIES, QUESTIONS, type Country, type Failed, type Question } from './questions.ts';
import { until } from './until.ts';

/** Chance of the order and the moments; FAULT_SEED repeats them. */
const SEED = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
const BREAKER_OPEN_MS = 1_000;
/** What a busy machine may be late by itself, beside the half second of the promise. */
const MARGIN_MS = 500 + 4_000;
const CLIENTS = 3;
const LOOK_EVERY_MS = 25;
const START_MS = 90_000;

/** What an answer is when the hub is away: its field alone is missing, and no country is blamed. */
function withoutHub({ name }: Question, requestId: string): string {
  const root = name === 'merged' ? 'statements' : 'networks';
  const extensions = { code: 'COUNTRY_UNAVAILABLE', country: null, retryable: true, requestId };
  const errors = [{ message: 'A source cannot be reached just now.', path: [root], extensions }];
  return `${JSON.stringify({ errors, data: { [root]: null } })}\n`;
}

/** What a load of clients saw that was not promised. */
class Load {
  readonly #gateway: string;
  readonly #members: ReadonlyMap<string, string>;
  readonly #healthy: ReadonlyMap<Question, string>;
  readonly #end = new AbortController();
  readonly #clients: Promise<void>[] = [];
  /** Processes that are not what they should be, from their death until all is whole again. */
  readonly away = new Set<string>();
  readonly faults: string[] = [];
  /** Processes that were missed: a death that nobody saw tells nothing. */
  readonly missed = new Set<string>();
  asked = 0;

  constructor(gateway: string, members: ReadonlyMap<string, string>, healthy: ReadonlyMap<Question, string>) {
    this.#gateway = gateway;
    this.#members = members;
    this.#healthy = healthy;
  }

  begin(): void {
    const loop = async (askOnce: (count: number) => Promise<void>): Promise<void> => {
      for (let count = 0; !this.#end.signal.aborted; count += 1) await askOnce(count);
    };
    for (let client = 0; client < CLIENTS; client += 1) {
      this.#clients.push(loop((count) => this.#askGateway(QUESTIONS[(client + count) % QUESTIONS.length] as Question)));
    }
    for (const [name, url] of this.#members) this.#clients.push(loop(() => this.#askMember(name, url)));
  }

  async stop(): Promise<void> {
    this.#end.abort();
    await Promise.all(this.#clients);
  }

  async isWhole(): Promise<boolean> {
    const texts = await Promise.all(QUESTIONS.map(async (question) => ask(this.#gateway, question.query).catch(() => null)));
    return texts.every((answer, index) => answer?.text === this.#healthy.get(QUESTIONS[index] as Question));
  }

  async #askGateway(question: Question): Promise<void> {
    this.asked += 1;
    const requestId = `load-${this.asked}`;
    const before = [...this.away];
    const answer = await ask(this.#gateway, question.query, {}, { 'x-request-id': requestId }).catch(String);
    const away = new Set([...before, ...this.away]);
    const fault = this.#faultOf(question, answer, requestId, away);
    if (fault !== null) this.faults.push(`${question.name} while away: ${[...away].join(', ') || 'nobody'}: ${fault}`);
    // Whoever refuses a connection does so at once.
    if (typeof answer === 'string') await wait(LOOK_EVERY_MS);
  }

  #faultOf(
    question: Question,
    answer: Awaited<ReturnType<typeof ask>> | string,
    requestId: string,
    away: ReadonlySet<string>,
  ): string | null {
    if (typeof answer === 'string') {
      this.missed.add('gateway');
      return away.has('gateway') ? null : answer;
    }
    const { status, text, data, errors } = answer;
    if (status !== 200 || data === null) return `${status} ${text.slice(0, 500)}`;
    const healthy = this.#healthy.get(question) ?? '';
    if (text === healthy) return null;
    if (question.name !== 'doors' && text === withoutHub(question, requestId)) {
      this.missed.add('hub');
      return away.has('hub') ? null : text;
    }
    if (question.name === 'merged' && data.statements === null) return text.slice(0, 500);
    const failures = new Map<Country, Failed>(
      [...question.failuresIn({ data, errors })].map(([country, failed]) => [country, { ...failed, keepsData: false }]),
    );
    for (const country of failures.keys()) this.missed.add(subgraphOf(country));
    const isAway = ([country, { code }]: [Country, Failed]) => code === 'COUNTRY_UNAVAILABLE' && away.has(subgraphOf(country));
    const expected = question.expected(JSON.parse(healthy).data, failures, requestId);
    return [...failures].every(isAway) && text === expected ? null : text.slice(0, 500);
  }

  async #askMember(name: string, url: string): Promise<void> {
    const before = this.away.has(name);
    const text = await ask(url, '{ __typename }').then((answer) => answer.text, String);
    const isAway = before || this.away.has(name);
    if (!isAway && text !== '{"data":{"__typename":"Query"}}\n') this.faults.push(`${name} itself: ${text}`);
    await wait(LOOK_EVERY_MS);
  }
}

function subgraphOf(code: Country): string {
  return Object.entries(COUNTRIES).find(([, country]) => country === code)?.[0] ?? '';
}

function isReady(url: string): Promise<boolean> {
  return fetch(url.replace(/graphql$/, 'health/ready')).then(
    (response) => response.ok,
    () => false,
  );
}

function shuffled(names: readonly string[], random: () => number): string[] {
  return names
    .map((name) => ({ name, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

test('a process that is killed at any moment is missing alone, and joins again within one pause of the breaker', async () => {
  const random = seededRandom(SEED);
  const up = await startUp({
    BREAKER_OPEN_MS: String(BREAKER_OPEN_MS),
    CACHE: 'off',
    MAX_COST: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    COST_LIMIT_PER_MINUTE: '0',
    // A dead process refuses: nothing here is late but for a machine that is busy.
    COUNTRY_TIMEOUT_MS: '30000',
    SUBGRAPH_TIMEOUT_MS: '35000',
    REQUEST_TIMEOUT_MS: '40000',
  });
  const addresses = new Map([['gateway', up.url], ...up.urls]);
  for (const [name, url] of addresses) await until(() => isReady(url), START_MS, `${name} does not start`);
  const readAll = async () => new Map(await Promise.all(QUESTIONS.map(async (one) => [one, (await ask(up.url, one.query)).text] as const)));
  // The hub has to have heard from everybody before its copies are shown.
  await until(
    async () => !(await ask(up.url, '{ networkStatus { up contractVersion } }')).text.match(/null|false/),
    START_MS,
    'somebody is away',
  );
  const healthy = await readAll();
  for (const text of healthy.values()) expect(text).not.toMatch(/"errors"|"complete":false/);

  const load = new Load(up.url, up.urls, healthy);
  load.begin();
  try {
    for (const name of shuffled([...addresses.keys()], random)) {
      await wait(100 + random() * 900);
      const url = addresses.get(name) ?? '';
      load.away.add(name);
      process.kill(up.pidOf(name), 'SIGKILL');
      await until(async () => !(await isReady(url)), START_MS, `${name} does not die`);
      await until(() => isReady(url), START_MS, `${name} does not start again`);
      await until(() => load.isWhole(), BREAKER_OPEN_MS + MARGIN_MS, `it is not whole after the return of ${name}`);
      load.away.delete(name);
    }
  } finally {
    await load.stop();
  }
  expect({ seed: SEED, faults: load.faults }).toEqual({ seed: SEED, faults: [] });
  expect([...load.missed].toSorted()).toEqual([...addresses.keys()].toSorted());

  up.child.kill('SIGTERM');
  expect(await once(up.child, 'exit')).toEqual([0, null]);
}, 300_000);
