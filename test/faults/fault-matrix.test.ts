import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, test } from '@jest/globals';
import pLimit from 'p-limit';
import { hashOf, seededRandom } from '../gateway/execute/seeded-random.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { FROZEN_NOW } from '../harness/open-door.ts';
import { checkSecrecy, checkText, failuresOf } from './check-answer.ts';
import { EXPIRED_CERTIFICATE, ITS_KEY } from './expired-certificate.ts';
import { MATRIX, type Row } from './matrix.ts';
import { askEach, beginAt, hubKnowsAll, openCountries, openStand, readHealthy, type Stand, type StandAnswer } from './open-stand.ts';
import { CODES, QUESTIONS, type Country, type Failed, type Question } from './questions.ts';
import { until } from './until.ts';

/** Chance of everything below; FAULT_SEED repeats a run. */
const SEED = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
const SCOPES = ['one', 'two', 'all'] as const;
type Scope = (typeof SCOPES)[number];
/** Share of the cells with more than one country that a usual run tries. */
const SAMPLE = 0.25;

const BREAKER_OPEN_MS = 500;
/** Countries that hang are waited for as long as the product waits; the others have time enough on any machine. */
const SHORT_MS = 5_000;
const PATIENCE_MS = 20_000;
/**
 * A deadline is a promise of the product, so it is compared with the clock. Beside the 250 ms of the promise stands what a machine that runs six
 * stands and other people's work on two cores may be late by itself.
 */
const MARGIN_MS = 250 + 5_000;
/** Rounds of the three questions that open the breakers. */
const ROUNDS = 4;
/** How long those that come and go are asked, a second there and a second away. */
const FITFUL_MS = 2_200;
const LOOK_EVERY_MS = 25;

const countries = await openCountries();
/** The answers while all is well. */
const healthy = await readHealthy(countries);

test('while all is well every question has its whole answer', () => {
  for (const { text } of healthy.values()) expect(Object.keys(JSON.parse(text))).toEqual(['data']);
});

/** One country in every row, more in a sample of them; FAULT_SCOPES=every tries all. */
function scopesOf(row: Row): Scope[] {
  const random = seededRandom(SEED ^ hashOf(row.name));
  return SCOPES.filter((scope) => scope === 'one' || process.env['FAULT_SCOPES'] === 'every' || random() < SAMPLE);
}

function struckIn(scope: Scope, random: () => number): Country[] {
  if (scope === 'all') return [...CODES];
  const one = Math.floor(random() * CODES.length);
  return CODES.filter((_code, index) => (index === one) === (scope === 'one'));
}

/** What of the gateway's log a failure shows. */
const LOG_LINES = 8;
/** So many stands at once: most of a cell is waiting. */
const AT_ONCE = 6;

test.each(Object.entries(MATRIX))(
  'a country that %s is named, and nobody else notices',
  async (_name, rows) => {
    const limit = pLimit(AT_ONCE);
    const cells = rows.flatMap((row) => scopesOf(row).map((scope) => limit(() => tryCell(row, scope))));
    expect((await Promise.all(cells)).filter((fault) => fault !== null)).toEqual([]);
  },
  180_000,
);

const tooLongForAName = `http://${'x'.repeat(64)}.invalid/graphql`;

// What stands in a routing URL is read at the start: there is no warm cell of these.
test.each([
  ['nobody knows the name of', /ENOTFOUND/, async () => tooLongForAName],
  ['shows an expired certificate', /CERT_HAS_EXPIRED|certificate has expired/, openExpired],
])('a country that %s is named, and nobody else notices', async (_name, reason, openAddress) => {
  const stand = await openStand(countries, seededRandom(SEED));
  const address = await openAddress();
  for (const scope of SCOPES) {
    const struck = struckIn(scope, seededRandom(SEED ^ hashOf(`${reason} ${scope}`)));
    await stand.restart(
      { countryTimeoutMs: PATIENCE_MS, breakerOpenMs: BREAKER_OPEN_MS },
      new Map(struck.map((country) => [country, address])),
    );
    const row: Row = { name: String(reason), code: 'COUNTRY_UNAVAILABLE', asks: 2, begin: () => async () => {} };
    await askAndCheck(stand, row, struck, { isWarm: false, countryTimeoutMs: PATIENCE_MS });
    // It is this that was met, and no other trouble of the same name.
    expect(stand.logged.filter((line) => !reason.test(line))).toEqual([]);
    expect(stand.logged.length).toBeGreaterThan(0);
    await stand.restart({ countryTimeoutMs: PATIENCE_MS, breakerOpenMs: BREAKER_OPEN_MS });
    await waitUntilWhole(stand);
  }
  await stand.stop();
});

async function openExpired(): Promise<string> {
  // Else it would be refused for who signed it.
  setDefaultCACertificates([...getCACertificates('default'), EXPIRED_CERTIFICATE]);
  const server = createServer({ key: ITS_KEY, cert: EXPIRED_CERTIFICATE }, (_request, response) => response.end('{"data":{}}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  whenFileEnds(async () => void server.close());
  return `https://localhost:${(server.address() as AddressInfo).port}/graphql`;
}

/** Null when all is as promised, else what is not, and how to see it again. */
async function tryCell(row: Row, scope: Scope): Promise<string | null> {
  const random = seededRandom(SEED ^ hashOf(`${row.name} ${scope}`));
  const stand = await openStand(countries, random);
  const struck = struckIn(scope, random);
  try {
    await runCell(stand, row, struck);
    await stand.stop();
    for (const proxy of stand.proxies.values()) expect(proxy.counts.connections).toBe(0);
    return null;
  } catch (error) {
    const what = error instanceof Error ? error.stack : String(error);
    return `FAULT_SEED=${SEED}, ${row.name} (${struck.join(', ')}): ${what}\nThe gateway's log:\n${stand.logged.slice(-LOG_LINES).join('')}`;
  } finally {
    await stand.stop();
  }
}

async function runCell(stand: Stand, row: Row, struck: readonly Country[]): Promise<void> {
  const countryTimeoutMs = row.code === 'COUNTRY_TIMEOUT' ? SHORT_MS : PATIENCE_MS;
  // Cold: it is so when gateway and hub start.
  let heal = beginAt(stand, row, struck);
  await stand.restart({ countryTimeoutMs, breakerOpenMs: BREAKER_OPEN_MS });
  await askAndCheck(stand, row, struck, { isWarm: false, countryTimeoutMs });
  if (row.code !== null) await openBreakers(stand, row, struck, countryTimeoutMs);
  await waitUntilHealed(stand, row, heal);

  // Warm: connections are open, and the hub knows what every country last answered.
  await until(() => hubKnowsAll(stand), PATIENCE_MS, 'the hub does not see every network');
  await waitUntilWhole(stand);
  heal = beginAt(stand, row, struck);
  await askAndCheck(stand, row, struck, { isWarm: true, countryTimeoutMs });
  await waitUntilHealed(stand, row, heal);
  // As many as ever asked one country at once, and the hub's look in the background: those that hang are asked in all rounds together.
  const most = QUESTIONS.length * (row.code === 'COUNTRY_TIMEOUT' ? ROUNDS : 1) + 1;
  const isAtBaseline = () => [...stand.proxies.values()].every(({ counts }) => counts.connections <= most);
  await until(isAtBaseline, 1_000 + MARGIN_MS, 'connections stay open');
}

interface Phase {
  readonly isWarm: boolean;
  readonly countryTimeoutMs: number;
}

async function askAndCheck(stand: Stand, row: Row, struck: readonly Country[], phase: Phase): Promise<void> {
  for (const proxy of stand.proxies.values()) proxy.forget();
  await Promise.all(
    QUESTIONS.map(async (question) => checkAnswer(question, await stand.ask(question.query), stand, { row, struck, phase })),
  );
  await until(() => [...stand.proxies.values()].every(({ counts }) => counts.open === 0), 1_000 + MARGIN_MS, 'a request stayed open');
  for (const [country, { asked }] of stand.proxies) {
    const most = struck.includes(country) ? row.asks : 1;
    expect({ country, asked: asked.filter((times) => times > most) }).toEqual({ country, asked: [] });
  }
  expect(stand.trapHits()).toBe(0);
}

interface Circumstances {
  readonly row: Row;
  readonly struck: readonly Country[];
  readonly phase: Phase;
}

function checkAnswer(question: Question, answer: StandAnswer, stand: Stand, { row, struck, phase }: Circumstances): void {
  const { status, headers, requestId, elapsedMs } = answer;
  checkSecrecy(answer, stand);
  expect(status).toBe(200);
  const failures = row.isFitful === true ? failuresOf(question, answer, row, struck) : failuresBy(question, { row, struck, phase });
  checkText(question, answer, healthy, failures);
  expect(headers).toContain(requestId);
  expect(elapsedMs).toBeLessThan(phase.countryTimeoutMs + MARGIN_MS);
}

/** How the struck countries fail in a question. */
function failuresBy(question: Question, { row, struck, phase }: Circumstances): Map<Country, Failed> {
  const { code, keepsData = false, spares } = row;
  if (code === null || spares === question.name) return new Map();
  // A country that answers with errors of its own is there: no copy stands in for what it says.
  const asOf = phase.isWarm && code !== 'COUNTRY_ERROR' ? FROZEN_NOW.toISOString() : null;
  return new Map(struck.map((country) => [country, { code, keepsData, asOf }]));
}

/** Asks as often as it takes for the breakers of gateway and hub to open; what is answered meanwhile is checked as far as it says itself. */
async function openBreakers(stand: Stand, row: Row, struck: readonly Country[], countryTimeoutMs: number): Promise<void> {
  const askAll = () => askEach(stand);
  const begun = performance.now();
  // Those that hang are asked at once, or they would hang one after the other.
  const rounds = row.code === 'COUNTRY_TIMEOUT' ? await Promise.all(Array.from({ length: ROUNDS }, askAll)) : [];
  const isEnough = () => performance.now() - begun >= (row.isFitful === true ? FITFUL_MS : 0);
  for (const most = row.isLarge === true ? 2 : ROUNDS; rounds.length < most || !isEnough(); await wait(LOOK_EVERY_MS))
    rounds.push(await askAll());
  for (const [question, answer] of rounds.flat()) {
    checkSecrecy(answer, stand);
    checkText(question, answer, healthy, failuresOf(question, answer, row, struck));
    expect(answer.elapsedMs).toBeLessThan(countryTimeoutMs + MARGIN_MS);
  }
}

async function waitUntilHealed(stand: Stand, row: Row, heal: () => Promise<void>): Promise<void> {
  if (row.healsItself !== true) await heal();
  await waitUntilWhole(stand);
  await heal();
}

async function waitUntilWhole(stand: Stand): Promise<void> {
  const isWhole = async () => (await askEach(stand)).every(([question, { text }]) => text === healthy.get(question)?.text);
  // A country may have asked for a second of patience, or be away for one.
  await until(isWhole, 1_000 + BREAKER_OPEN_MS + 500 + MARGIN_MS, 'it is not whole again');
}
