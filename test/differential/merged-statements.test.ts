import { expect, test } from '@jest/globals';
import { createSubgraph } from '../../subgraphs/national/create-subgraph.ts';
import { startFederation } from '../harness/start-federation.ts';
import { DEFINITIONS, generateNetworks, INDICATORS, LEVELS, PERIODS, QUALIFIERS, REGIONS, SOURCE_KEYS } from './generated-networks.ts';
import { type PlainQuery, PlainTable } from './plain-table.ts';
import { pick, pickSome, randomFrom } from './random.ts';

const SEED = 20_261_123;
/** BIRGE_TEST_QUESTIONS makes a run shorter where there is no time for all. */
const QUERIES = Number(process.env['BIRGE_TEST_QUESTIONS'] ?? 2_000);
const AT_ONCE = 8;
const { networks, statements } = await generateNetworks(60, SEED);
const plain = new PlainTable(statements);
const federation = await startFederation({ countries: networks.map((network) => createSubgraph(network)) });

const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  networks.map(({ country, names }) => [country, { RU: names.ru ?? '', KK: names.kk ?? '', UZ: names.uz ?? '', EN: names.en ?? '' }]),
);

function randomQuery(random: () => number): PlainQuery {
  const fields: Record<string, () => unknown> = {
    ids: () => pickSome(random, statements).map(({ id }) => id),
    countries: () => pickSome(random, ['KZ', 'RU', 'UZ']),
    subjects: () => pickSome(random, ['KZ', 'RU', 'UZ', ...Object.values(REGIONS).flat()]),
    subjectKinds: () => [pick(random, ['COUNTRY', 'REGION'])],
    indicators: () => pickSome(random, INDICATORS),
    definitions: () => pickSome(random, DEFINITIONS),
    regions: () => pickSome(random, Object.values(REGIONS).flat()),
    levels: () => pickSome(random, LEVELS),
    qualifiers: () => pickSome(random, QUALIFIERS),
    sourceKeys: () => pickSome(random, SOURCE_KEYS),
    period: () =>
      pick(
        random,
        PERIODS.filter((period) => period !== null),
      ),
  };
  const asked = Object.keys(fields).filter(() => random() < 0.18);
  return {
    filter: Object.fromEntries(asked.map((field) => [field, fields[field]?.()])),
    order: pick(random, ['ID_ASC', 'PERIOD_ASC', 'PERIOD_DESC', 'KNOWN_FROM_DESC']),
  };
}

type Row = { id: string; value: number | null; country: string; subject: { name: string } };

/** The union of the pages of a question, through the gateway. */
async function askFederation({ filter, order }: PlainQuery, first: number, language: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await federation.ask(
      `query ($filter: StatementFilter, $order: StatementOrder!, $first: Int!, $after: String, $language: Language!) {
        statements(filter: $filter, orderBy: $order, first: $first, after: $after) {
          nodes { id value country subject { name(language: $language) } } pageInfo { hasNextPage endCursor } coverage { complete } } }`,
      // The hub's own statement is in no plain table, and a filter for any source leaves it out.
      { filter: { sourceKeys: SOURCE_KEYS, ...filter }, order, first, after, language },
    );
    expect(errors).toEqual([]);
    expect(data.statements.coverage.complete).toBe(true);
    rows.push(...data.statements.nodes);
    if (!data.statements.pageInfo.hasNextPage) return rows;
    after = data.statements.pageInfo.endCursor;
  }
}

test(`${QUERIES} questions get the same rows in the same order from the federation as from one plain table`, async () => {
  const random = randomFrom(SEED + 1);
  const questions = Array.from({ length: QUERIES }, () => ({
    query: randomQuery(random),
    first: pick(random, [7, 25, 60, 200, 1_000]),
    language: pick(random, ['RU', 'KK', 'UZ', 'EN']),
  }));
  let rowsSeen = 0;
  const waiting = [...questions];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { query, first, language } = next;
      const answered = await askFederation(query, first, language);
      const context = { seed: SEED, ...next };
      expect({ ...context, rows: answered.map(({ id, value }) => ({ id, value })) }).toEqual({ ...context, rows: plain.ask(query) });
      for (const { country, id, subject } of answered) {
        if (statements.find((statement) => statement.id === id)?.region === null) expect(subject.name).toBe(NAMES[country]?.[language]);
      }
      rowsSeen += answered.length;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(rowsSeen).toBeGreaterThan(10 * QUERIES);
}, 1_800_000);
