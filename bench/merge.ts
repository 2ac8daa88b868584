import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LargeFigures, measureLargeCountries } from './large-countries.ts';
import { type ManyFigures, measureManyCountries } from './many-countries.ts';
import { WrongAnswer } from './statement-pages.ts';

// What a merged page costs the hub, beside what it costs a country, and how it grows with the number of countries.
const GOALS = { hubTimesCountry: 1, latePageTimesFirst: 1.5, requestsPerCountry: 1, mostUnderWay: 16 };

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rows: { type: 'string', default: '100000' },
    pages: { type: 'string', default: '200' },
  },
});
const begun = performance.now();
const say = (line: string): void => console.error(`${((performance.now() - begun) / 1_000).toFixed(0).padStart(4)} s  ${line}`);

const folder = await mkdtemp(join(tmpdir(), 'birge-bench-'));
try {
  const [largeFolder, manyFolder] = [join(folder, 'large'), join(folder, 'many')];
  for (const made of [largeFolder, manyFolder]) await mkdir(made);
  const many = await measureManyCountries(manyFolder, say);
  const large = await measureLargeCountries({ folder: largeFolder, rows: Number(flags.rows), pages: Number(flags.pages), say });
  report(large, many);
} catch (error) {
  if (!(error instanceof WrongAnswer)) throw error;
  console.error(`void: ${error.message}`);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

function report(large: readonly LargeFigures[], many: readonly ManyFigures[]): void {
  const missed = findMissed(large, many);
  if (flags.json) {
    console.log(JSON.stringify({ goals: GOALS, large, many, missed }, null, 2));
    return;
  }
  console.log(`3 countries with ${flags.rows} statements each, pages of 20 rows; times are milliseconds of one page:`);
  console.table(large);
  console.log('Tiny countries, all in one process:');
  console.table(many);
  for (const line of missed) console.log(`goal missed: ${line}`);
  if (missed.length === 0) console.log('every goal is met');
}

function findMissed(large: readonly LargeFigures[], many: readonly ManyFigures[]): string[] {
  return [
    ...large.flatMap(({ orderBy, selection, hubTimesCountry, latePageTimesFirst }) => [
      ...(hubTimesCountry < GOALS.hubTimesCountry ? [] : [`${selection} ${orderBy}: the hub's CPU is ${hubTimesCountry} x a country's`]),
      ...(latePageTimesFirst <= GOALS.latePageTimesFirst ? [] : [`${selection} ${orderBy}: page 100 is ${latePageTimesFirst} x page 1`]),
    ]),
    ...many.flatMap(({ countries, requestsPerCountry, mostUnderWay }) => [
      ...(requestsPerCountry <= GOALS.requestsPerCountry ? [] : [`${countries} countries: ${requestsPerCountry} requests each`]),
      ...(mostUnderWay <= GOALS.mostUnderWay ? [] : [`${countries} countries: ${mostUnderWay} requests at a time`]),
    ]),
  ];
}
