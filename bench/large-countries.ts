import { median, rounded } from './figures.ts';
import { madeUpCodes, type MadeUpStatement, writePublications } from './made-up-network.ts';
import { dataFolderOf } from './member-message.ts';
import { type Member, startMember } from './start-member.ts';
import { STATEMENT_ORDERS } from './statement-orders.ts';
import { askPage, assertIds, type StatementList, type Walk, walkPages } from './statement-pages.ts';
import { writeMemberList } from './write-member-list.ts';

export interface LargeCountriesOptions {
  readonly folder: string;
  /** Statements of each country. */
  readonly rows: number;
  /** Pages of each walk; a round is one walk. */
  readonly pages: number;
  readonly say: (line: string) => void;
}

/** Merged pages in one order, asked with one selection. CPU and wall are of one page, in milliseconds; CPU is the median of all rounds. */
export interface LargeFigures {
  readonly orderBy: string;
  readonly selection: string;
  readonly hubCpuMs: number;
  /** The mean of the countries, while the hub asked them. */
  readonly countryCpuMs: number;
  /** The median of the rounds' ratios: both are measured over the same pages, so that whatever else the machine does falls on both. */
  readonly hubTimesCountry: number;
  readonly wallMs: number;
  /** The hub's wall in walls of the slowest country when all are asked at once, as the hub asks them. */
  readonly timesSlowestAtOnce: number;
  /** The same when each is asked alone: on a machine with fewer processors than countries this measures the machine. */
  readonly timesSlowestAlone: number;
  /** The wall of page 100 in walls of page 1. */
  readonly latePageTimesFirst: number;
}

const COUNTRIES = 3;
const SELECTIONS: Readonly<Record<string, string>> = {
  ids: '',
  rows: 'indicator value lower upper qualifier period { edtf } source { title }',
};
/** Each round asks everything once, so that a busy moment of the machine spoils one round of all and not all rounds of one. */
const ROUNDS = 5;
const LATE_PAGE = 100;
const REPEATS = 40;
/** Of each question: what runs once a page is compiled well only after thousands of pages, and costs twice as much before. */
const WARM_PAGES = 1_500;
const OPEN_LIMIT_MS = 600_000;

interface Federation {
  readonly hub: Member;
  readonly countries: readonly Member[];
}

/**
 * What merged pages over three large countries cost the hub, and what they cost a country; each is a process of its own.
 * Errors  WrongAnswer; an Error when a process does not start
 */
export async function measureLargeCountries({ folder, rows, pages, say }: LargeCountriesOptions): Promise<LargeFigures[]> {
  const codes = madeUpCodes(COUNTRIES);
  say(`writing ${COUNTRIES} x ${rows} statements`);
  const statements: MadeUpStatement[] = [];
  for (const code of codes) statements.push(...(await writePublications(code, rows, dataFolderOf(folder, code))));
  say('loading them');
  const started = await Promise.allSettled(codes.map((code) => startMember({ kind: 'countries', codes: [code], folder }, OPEN_LIMIT_MS)));
  const members = started.flatMap((start) => (start.status === 'fulfilled' ? start.value : []));
  try {
    for (const start of started) if (start.status === 'rejected') throw start.reason;
    await writeMemberList(folder, Object.assign({}, ...members.map(({ urls }) => urls)) as Record<string, string>);
    const countries = [...members];
    const hub = await startMember({ kind: 'hub', folder, isCounted: false }, OPEN_LIMIT_MS);
    members.push(hub);
    return await measureOrders({ hub, countries }, statements, pages, say);
  } finally {
    await Promise.all(members.map(({ stop }) => stop()));
  }
}

async function measureOrders(federation: Federation, statements: readonly MadeUpStatement[], pages: number, say: (line: string) => void) {
  const questions = Object.entries(STATEMENT_ORDERS).flatMap(([orderBy, compare]) => {
    const expected = statements.toSorted(compare).map(({ id }) => id);
    return Object.entries(SELECTIONS).map(([selection, fields]) => ({ orderBy, selection, fields, expected, rounds: [] as Round[] }));
  });
  say('warming up');
  for (const { fields, orderBy } of questions) await walkPages(hubList(federation, fields, orderBy), WARM_PAGES);
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`round ${round} of ${ROUNDS}: ${pages} pages of each of ${questions.length} questions`);
    for (const { fields, orderBy, expected, rounds } of questions) {
      const measured = await measureRound(federation, hubList(federation, fields, orderBy), pages);
      assertIds(measured.walk, expected);
      rounds.push(measured);
    }
  }
  const figures: LargeFigures[] = [];
  for (const { orderBy, selection, fields, rounds } of questions) {
    say(`asking the countries themselves for ${selection} in order ${orderBy}`);
    figures.push({ orderBy, selection, ...cpuFigures(rounds), ...(await measureWalls(federation, { fields, orderBy, pages }, rounds)) });
  }
  return figures;
}

/** One walk at the hub: what it cost the hub and, in the mean, a country, in milliseconds of one page. */
interface Round {
  readonly walk: Walk;
  readonly hubMs: number;
  readonly countryMs: number;
}

async function measureRound({ hub, countries }: Federation, merged: StatementList, pages: number): Promise<Round> {
  const members = [hub, ...countries];
  await Promise.all(members.map(({ usage }) => usage()));
  const walk = await walkPages(merged, pages);
  const [hubUs = Number.NaN, ...countriesUs] = (await Promise.all(members.map(({ usage }) => usage()))).map(({ cpuUs }) => cpuUs);
  const countryUs = countriesUs.reduce((sum, cpuUs) => sum + cpuUs, 0) / countries.length;
  return { walk, hubMs: hubUs / pages / 1_000, countryMs: countryUs / pages / 1_000 };
}

function cpuFigures(rounds: readonly Round[]) {
  return {
    hubCpuMs: rounded(median(rounds.map(({ hubMs }) => hubMs))),
    countryCpuMs: rounded(median(rounds.map(({ countryMs }) => countryMs))),
    hubTimesCountry: rounded(median(rounds.map(({ hubMs, countryMs }) => hubMs / countryMs))),
  };
}

async function measureWalls(
  federation: Federation,
  { fields, orderBy, pages }: { readonly fields: string; readonly orderBy: string; readonly pages: number },
  rounds: readonly Round[],
) {
  const doors = federation.countries
    .flatMap(({ urls }) => Object.entries(urls))
    .map(([door, url]): StatementList => ({ url, door, fields, orderBy }));
  const atOnce = await Promise.all(doors.map((door) => walkPages(door, pages)));
  const alone: Walk[] = [];
  for (const door of doors) alone.push(await walkPages(door, Math.ceil(pages / 2)));
  const wallMs = median(rounds.flatMap(({ walk }) => walk.wallsMs));
  return {
    wallMs: rounded(wallMs),
    timesSlowestAtOnce: rounded(wallMs / slowest(atOnce)),
    timesSlowestAlone: rounded(wallMs / slowest(alone)),
    latePageTimesFirst: rounded(await compareLatePage(hubList(federation, fields, orderBy), rounds)),
  };
}

/** Both pages in turn, so that whatever else the machine does falls on both. */
async function compareLatePage(merged: StatementList, rounds: readonly Round[]): Promise<number> {
  const cursors = rounds.at(-1)?.walk.cursors ?? [];
  const late = cursors[Math.min(LATE_PAGE, cursors.length) - 1] ?? null;
  const firstMs: number[] = [];
  const lateMs: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    firstMs.push((await askPage(merged, null)).wallMs);
    lateMs.push((await askPage(merged, late)).wallMs);
  }
  return median(lateMs) / median(firstMs);
}

function hubList({ hub }: Federation, fields: string, orderBy: string): StatementList {
  return { url: hub.urls['hub'] ?? '', door: null, fields, orderBy };
}

const slowest = (walks: readonly Walk[]): number => Math.max(...walks.map(({ wallsMs }) => median(wallsMs)));
