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
  /** Pages of each walk. */
  readonly pages: number;
  readonly say: (line: string) => void;
}

/** Merged pages in one order, asked with one selection. CPU and wall are of one page, in milliseconds. */
export interface LargeFigures {
  readonly orderBy: string;
  readonly selection: string;
  readonly hubCpuMs: number;
  /** The mean of the countries, while the hub asked them. */
  readonly countryCpuMs: number;
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
const LATE_PAGE = 100;
const REPEATS = 40;
/** Below this a page costs twice as much as later, for the compiler is still at work. */
const WARM_PAGES = 500;
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
    const hub = await startMember({ kind: 'hub', folder }, OPEN_LIMIT_MS);
    members.push(hub);
    return await measureOrders({ hub, countries }, statements, pages, say);
  } finally {
    await Promise.all(members.map(({ stop }) => stop()));
  }
}

async function measureOrders(federation: Federation, statements: readonly MadeUpStatement[], pages: number, say: (line: string) => void) {
  const figures: LargeFigures[] = [];
  say('warming up');
  for (const fields of Object.values(SELECTIONS)) await walkPages(hubList(federation, fields, 'PERIOD_DESC'), WARM_PAGES);
  for (const [orderBy, compare] of Object.entries(STATEMENT_ORDERS)) {
    const expected = statements.toSorted(compare).map(({ id }) => id);
    for (const [selection, fields] of Object.entries(SELECTIONS)) {
      say(`asking ${pages} pages of ${selection} in order ${orderBy}`);
      figures.push({ orderBy, selection, ...(await measureOrder(federation, { fields, orderBy, pages }, expected)) });
    }
  }
  return figures;
}

async function measureOrder(
  { hub, countries }: Federation,
  { fields, orderBy, pages }: { readonly fields: string; readonly orderBy: string; readonly pages: number },
  expected: readonly string[],
) {
  const merged = hubList({ hub, countries }, fields, orderBy);
  const members = [hub, ...countries];
  await Promise.all(members.map(({ usage }) => usage()));
  const walk = await walkPages(merged, pages);
  const [hubUs = Number.NaN, ...countriesUs] = (await Promise.all(members.map(({ usage }) => usage()))).map(({ cpuUs }) => cpuUs);
  assertIds(walk, expected);

  const doors = countries.flatMap(({ urls }) => Object.entries(urls)).map(([door, url]): StatementList => ({ url, door, fields, orderBy }));
  const atOnce = await Promise.all(doors.map((door) => walkPages(door, pages)));
  const alone: Walk[] = [];
  for (const door of doors) alone.push(await walkPages(door, Math.ceil(pages / 2)));
  const countryUs = countriesUs.reduce((sum, cpuUs) => sum + cpuUs, 0) / countries.length;
  const wallMs = median(walk.wallsMs);
  return {
    hubCpuMs: rounded(hubUs / pages / 1_000),
    countryCpuMs: rounded(countryUs / pages / 1_000),
    hubTimesCountry: rounded(hubUs / countryUs),
    wallMs: rounded(wallMs),
    timesSlowestAtOnce: rounded(wallMs / slowest(atOnce)),
    timesSlowestAlone: rounded(wallMs / slowest(alone)),
    latePageTimesFirst: rounded(await compareLatePage(merged, walk)),
  };
}

/** Both pages in turn, so that whatever else the machine does falls on both. */
async function compareLatePage(merged: StatementList, { cursors }: Walk): Promise<number> {
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
