import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { createSubgraph } from '../../subgraphs/national/create-subgraph.ts';
import { network as atlantis } from '../conformance/networks/atlantis/network.ts';
import { ask } from '../harness/ask.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { FROZEN_NOW, silent } from '../harness/open-door.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const ROWS = 3_000;
const PAGE_ROWS = 20;
const LATE_PAGE = 50;
const INDICATORS = ['VOL_TOTAL', 'MEMBERS'];

const folder = await temporaryFolder();
const dataFolder = await writeLargeCountry();
const queries: { sql: string; parameters: readonly unknown[] }[] = [];
const subgraph = createSubgraph(
  { ...atlantis, dataFolder: pathToFileURL(`${dataFolder}/`) },
  { observeQuery: ({ sql, parameters }) => queries.push({ sql, parameters }) },
);
const running = await subgraph.open({ dataFolder: folder, roverFile: '', now: () => FROZEN_NOW, log: silent });
whenFileEnds(() => running.close());
const url = await running.listen({ host: '127.0.0.1', port: 0 });
const database = new DatabaseSync(join(folder, 'atlantis.sqlite'), { readOnly: true });
whenFileEnds(async () => database.close());

/** Atlantis with some thousand statements and actions more, of every order's kinds: equal days, unknown days, both indicators. */
async function writeLargeCountry(): Promise<string> {
  const data = await temporaryFolder();
  await cp(fileURLToPath(atlantis.dataFolder), data, { recursive: true });
  const append = async (file: string, rows: readonly Record<string, unknown>[]): Promise<void> => {
    const text = await readFile(join(data, file), 'utf8');
    const columns = text.split('\n')[0]?.split(',') ?? [];
    await writeFile(join(data, file), text + stringify([...rows], { columns }));
  };
  const indexes = Array.from({ length: ROWS }, (_, index) => index);
  await append(
    'statements.csv',
    indexes.map((index) => ({
      id: `xa:statement:many-${index}`,
      subject_kind: 'COUNTRY',
      subject: 'XA',
      indicator: INDICATORS[index % INDICATORS.length],
      value: index,
      lower: index,
      lower_open: 'false',
      upper: index,
      upper_open: 'false',
      qualifier: 'EXACT',
      unit: 'IE',
      period: dayOf(index),
      period_kind: dayOf(index) === null ? 'UNSTATED' : 'POINT',
      definition: 'UNSPECIFIED',
      source: 'xa:source:almanac',
    })),
  );
  await append(
    'actions.csv',
    indexes.map((index) => ({
      id: `xa:action:many-${index}`,
      countries: 'XA',
      name: `Day ${index}`,
      name_language: 'en',
      kind: 'WORKSHOP',
      status: 'HELD',
      start: dayOf(index),
      end: dayOf(index),
    })),
  );
  return data;
}

function dayOf(index: number): string | null {
  return index % 10 === 0 ? null : new Date(Date.UTC(2016, 0, (index * 7) % 2_000)).toISOString().slice(0, 10);
}

interface List {
  readonly field: string;
  readonly orderBy: string;
  readonly filter: string;
}

async function askPage({ field, orderBy, filter }: List, first: number, after: string | null) {
  queries.length = 0;
  const { data, errors } = await ask(
    url,
    `query ($first: Int!, $after: String) { atlantis { ${field}(first: $first, after: $after, orderBy: ${orderBy}, filter: ${filter}) {
      nodes { id } pageInfo { hasNextPage endCursor } } } }`,
    { first, after },
  );
  expect(errors).toEqual([]);
  return data.atlantis[field] as { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

/** The queries of the first page and of a late one, each with its plan. */
async function costsOf(list: List) {
  const before = await askPage(list, PAGE_ROWS * (LATE_PAGE - 1), null);
  const costs = [];
  for (const after of [null, before.pageInfo.endCursor]) {
    const { nodes, pageInfo } = await askPage(list, PAGE_ROWS, after);
    expect(nodes).toHaveLength(PAGE_ROWS);
    expect(pageInfo.hasNextPage).toBe(true);
    const sent = queries.map(({ sql, parameters }) => ({
      sql,
      limit: parameters.at(-1),
      plan: database
        .prepare(`explain query plan ${sql}`)
        .all(...(parameters as SQLInputValue[]))
        .map(({ detail }) => String(detail)),
    }));
    costs.push(sent);
  }
  return costs;
}

async function expectOneStepAlongAnIndex(list: List): Promise<void> {
  const steps = (await costsOf(list)).flat().map(({ plan }) => plan);
  const alongAnIndex = expect.stringMatching(/^(SEARCH|SCAN) (statement|action) USING (COVERING )?INDEX /);
  expect(steps).toEqual([[alongAnIndex], [alongAnIndex]]);
}

const listsOf = (field: string, orders: readonly string[], filters: readonly string[]): List[] =>
  orders.flatMap((orderBy) => filters.map((filter) => ({ field, orderBy, filter })));
const STATEMENT_ORDERS = ['ID_ASC', 'PERIOD_ASC', 'PERIOD_DESC', 'KNOWN_FROM_DESC'];
const OF_THE_COUNTRY = ['{}', '{ countries: ["XA"] }'];
const whole = [
  ...listsOf('statements', STATEMENT_ORDERS, OF_THE_COUNTRY),
  ...listsOf('actions', ['ID_ASC', 'START_ASC', 'START_DESC'], OF_THE_COUNTRY),
];
const byIndicator = listsOf('statements', STATEMENT_ORDERS, ['{ indicators: ["VOL_TOTAL"] }']);
const WHERE = 'of $field in order $orderBy under $filter';

test.each([...whole, ...byIndicator])(`the first page ${WHERE} and a late one cost one query each, of 21 rows`, async (list) => {
  const [first, late] = await costsOf(list);
  const oneQuery = [{ sql: expect.stringMatching(/ limit \?$/), limit: PAGE_ROWS + 1, plan: expect.anything() }];
  expect(first).toEqual(oneQuery);
  expect(late).toEqual(oneQuery);
});

test.each([...whole, ...byIndicator])(
  `the first page ${WHERE} and a late one are read along an index, without sorting`,
  expectOneStepAlongAnIndex,
);
