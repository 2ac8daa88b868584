import { median, rounded } from './figures.ts';
import { madeUpCodes, type MadeUpStatement, writePublications } from './made-up-network.ts';
import { dataFolderOf } from './member-message.ts';
import { startMember } from './start-member.ts';
import { STATEMENT_ORDERS } from './statement-orders.ts';
import { askPage, assertIds, type StatementList, walkPages, WrongAnswer } from './statement-pages.ts';
import { writeMemberList } from './write-member-list.ts';

/** Merged pages over a number of tiny countries. CPU and wall are of one page, in milliseconds. */
export interface ManyFigures {
  readonly countries: number;
  readonly requestsPerCountry: number;
  readonly mostUnderWay: number;
  readonly hubCpuMs: number;
  /** The wall here in walls over the first, least number of countries, and the hub's CPU likewise. */
  readonly timesFewest: number;
  readonly hubCpuTimesFewest: number;
  readonly wallMs: number;
  /** The hub's wall in walls of a client that asks all countries itself, as many at once. */
  readonly timesAskedDirectly: number;
}

const COUNTS = [3, 15, 30, 60];
const ROWS = 12;
const PAGES = 60;
const WARM_PAGES = 60;
const DIRECT_ROUNDS = 20;
const AT_ONCE = 16;
const ORDER = 'PERIOD_DESC';
const FIELDS = 'indicator value qualifier';
const OPEN_LIMIT_MS = 180_000;

type Unrelated = Omit<ManyFigures, 'timesFewest' | 'hubCpuTimesFewest'>;

/**
 * How merged pages grow with the number of countries. The countries are doors of one process: their work is not spread over machines, so
 * the hub's CPU and the ratio to asking them directly say more than the wall.
 * Errors  WrongAnswer; an Error when a process does not start
 */
export async function measureManyCountries(folder: string, say: (line: string) => void): Promise<ManyFigures[]> {
  const codes = madeUpCodes(Math.max(...COUNTS));
  say(`opening ${codes.length} tiny countries`);
  const statements = new Map<string, readonly MadeUpStatement[]>();
  for (const code of codes) statements.set(code, await writePublications(code, ROWS, dataFolderOf(folder, code)));
  const countries = await startMember({ kind: 'countries', codes, folder }, OPEN_LIMIT_MS);
  try {
    const figures: Unrelated[] = [];
    for (const count of COUNTS) {
      say(`asking ${PAGES} pages over ${count} countries`);
      const urls = Object.fromEntries(Object.entries(countries.urls).slice(0, count));
      const compare = STATEMENT_ORDERS[ORDER];
      const expected = codes.slice(0, count).flatMap((code) => statements.get(code) ?? []);
      figures.push(
        await measureCount(
          folder,
          urls,
          expected.toSorted(compare).map(({ id }) => id),
        ),
      );
    }
    const [fewest] = figures;
    return figures.map((figure) => ({
      ...figure,
      timesFewest: rounded(figure.wallMs / (fewest?.wallMs ?? Number.NaN)),
      hubCpuTimesFewest: rounded(figure.hubCpuMs / (fewest?.hubCpuMs ?? Number.NaN)),
    }));
  } finally {
    await countries.stop();
  }
}

async function measureCount(folder: string, urls: Readonly<Record<string, string>>, expected: readonly string[]): Promise<Unrelated> {
  const count = Object.keys(urls).length;
  await writeMemberList(folder, urls);
  const hub = await startMember({ kind: 'hub', folder, isCounted: true }, OPEN_LIMIT_MS);
  try {
    const merged: StatementList = { url: hub.urls['hub'] ?? '', door: null, fields: FIELDS, orderBy: ORDER };
    await walkPages(merged, WARM_PAGES);
    await hub.usage();
    const walk = await walkPages(merged, PAGES);
    const { cpuUs, asked, mostUnderWay } = await hub.usage();
    assertIds(walk, expected);
    const requests = Object.values(asked);
    if (requests.length !== count) throw new WrongAnswer(`the hub asked ${requests.length} countries, not ${count}`);
    const doors = Object.entries(urls).map(([door, url]): StatementList => ({ url, door, fields: FIELDS, orderBy: ORDER }));
    const wallMs = median(walk.wallsMs);
    return {
      countries: count,
      requestsPerCountry: rounded(Math.max(...requests) / PAGES),
      mostUnderWay,
      hubCpuMs: rounded(cpuUs / PAGES / 1_000),
      wallMs: rounded(wallMs),
      timesAskedDirectly: rounded(wallMs / (await askDirectly(doors))),
    };
  } finally {
    await hub.stop();
  }
}

/** How long a client takes that asks every country itself for its first page. */
async function askDirectly(doors: readonly StatementList[]): Promise<number> {
  const wallsMs: number[] = [];
  for (let round = 0; round < DIRECT_ROUNDS; round += 1) {
    const begun = performance.now();
    const waiting = [...doors];
    const askNext = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await askPage(next, null);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askNext));
    wallsMs.push(performance.now() - begun);
  }
  return median(wallsMs);
}
