import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import pLimit from 'p-limit';
import { hashOf, seededRandom } from '../gateway/execute/seeded-random.ts';
import { checkSecrecy, checkText, failuresOf } from './check-answer.ts';
import { MATRIX, type Row } from './matrix.ts';
import { askEach, beginAt, hubKnowsAll, openCountries, openStand, readHealthy, type Stand } from './open-stand.ts';
import { CODES, type Country } from './questions.ts';
import { until } from './until.ts';

/** Chance of the countries; FAULT_SEED repeats it. */
const SEED = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
const BREAKER_OPEN_MS = 500;
const PATIENCE_MS = 60_000;
/** Long enough for the healthy ones on a busy machine. */
const COUNTRY_TIMEOUT_MS = 5_000;
/** Kept answers may lag behind by this, as it ships. */
const POLL_MS = 1_000;
const MARGIN_MS = 4_000;
const AT_ONCE = 6;
/** In these rows the country's revision still comes through: what was kept while it was well stays right. */
const CONFIRMED = new Set(MATRIX['answers wrong values']?.concat(MATRIX['answers errors of its own'] ?? []));

const countries = await openCountries();
const healthy = await readHealthy(countries);

test.each(Object.entries(MATRIX))(
  'where answers are given again, a country that %s is whole or named, and named as soon as nothing confirms its data',
  async (_name, rows) => {
    const limit = pLimit(AT_ONCE);
    const faults = await Promise.all(rows.filter(isTried).map((row) => limit(() => tryRow(row))));
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  },
  180_000,
);

/** A sample of the rows; FAULT_SCOPES=every tries all. */
function isTried(row: Row): boolean {
  return process.env['FAULT_SCOPES'] === 'every' || seededRandom(SEED ^ hashOf(row.name))() < 0.5;
}

/** Null when all is as promised. */
async function tryRow(row: Row): Promise<string | null> {
  const random = seededRandom(SEED ^ hashOf(`${row.name} again`));
  const stand = await openStand(countries, random);
  const one = Math.floor(random() * CODES.length);
  const struck = CODES.slice(one, one + 1);
  try {
    await runRow(stand, row, struck);
    return null;
  } catch (error) {
    return `FAULT_SEED=${SEED}, ${row.name} (${struck.join(', ')}): ${error instanceof Error ? error.stack : String(error)}`;
  } finally {
    await stand.stop();
  }
}

async function runRow(stand: Stand, row: Row, struck: readonly Country[]): Promise<void> {
  await stand.restart({ countryTimeoutMs: COUNTRY_TIMEOUT_MS, breakerOpenMs: BREAKER_OPEN_MS, hasCache: true });
  await until(() => hubKnowsAll(stand), PATIENCE_MS, 'the hub does not see every network');
  const isWhole = async () => (await askEach(stand)).every(([question, { text }]) => text === healthy.get(question)?.text);
  await until(isWhole, PATIENCE_MS, 'it is not whole');

  const heal = beginAt(stand, row, struck);
  /** Checks one answer to each question, and tells whether every one names the country. */
  const isNamed = async () => {
    const answers = await askEach(stand);
    const named = answers.map(([question, answer]) => {
      checkSecrecy(answer, stand);
      expect(answer.status).toBe(200);
      const failures = failuresOf(question, answer, row, struck);
      checkText(question, answer, healthy, failures);
      return failures.size > 0 || row.spares === question.name;
    });
    return named.every(Boolean);
  };
  if (row.code === null || row.isFitful === true || CONFIRMED.has(row)) {
    for (const begun = performance.now(); performance.now() - begun < 2 * POLL_MS; await wait(100)) await isNamed();
  } else {
    await until(isNamed, POLL_MS + COUNTRY_TIMEOUT_MS + MARGIN_MS, 'answers are still given that nobody confirms');
  }
  await heal();
  await until(isWhole, BREAKER_OPEN_MS + POLL_MS + MARGIN_MS, 'it is not whole again');
}
