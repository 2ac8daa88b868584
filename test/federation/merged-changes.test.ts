import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

interface ChangeRow {
  readonly id: string;
  readonly op: string;
  readonly country: string;
  readonly type: string;
  readonly entity: string;
  readonly at: string;
}

const SYNC = readFileSync('schema/operations/sync.graphql', 'utf8');
const BEGINNING = '2000-01-01T00:00:00Z';

test('what changed since my last copy, applied page by page, gives exactly what the lists show', async () => {
  const federation = await startFederation();
  const read: ChangeRow[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await federation.ask(SYNC, { since: BEGINNING, first: 50, after });
    expect(errors).toEqual([]);
    expect(data.changes.coverage.complete).toBe(true);
    read.push(...data.changes.nodes);
    if (!data.changes.pageInfo.hasNextPage) break;
    const again = await federation.ask(SYNC, { since: BEGINNING, first: 50, after });
    expect(again.data.changes.nodes).toEqual(data.changes.nodes);
    after = data.changes.pageInfo.endCursor;
  }
  expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
  const copy = new Set(read.flatMap(({ op, type, entity }) => (op === 'UPSERT' && type === 'Statement' ? [entity] : [])));
  const { data } = await federation.ask('{ networks { statements(first: 1000) { nodes { id } } } }');
  const shown = data.networks.flatMap((network: { statements: { nodes: { id: string }[] } }) =>
    network.statements.nodes.map(({ id }) => id),
  );
  expect([...copy].toSorted()).toEqual(shown.toSorted());
  for (const country of ['KZ', 'RU', 'UZ']) {
    const numbers = read.filter((change) => change.country === country).map(({ id }) => Number(id.split(':')[2]));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  }
});

test('a country that is away delays nobody, and after its return its changes come once', async () => {
  const away = await startFederation({ stopped: ['russia'] });
  const whole = await startFederation();
  const first = await away.ask(SYNC, { since: BEGINNING, first: 1000, after: null });
  expect(first.data.changes.coverage).toMatchObject({ answered: ['KZ', 'UZ'], unavailable: ['RU'], complete: false });
  const later = await whole.ask(SYNC, { since: BEGINNING, first: 1000, after: first.data.changes.pageInfo.endCursor });
  expect(later.data.changes.coverage.complete).toBe(true);
  const countries = new Set(later.data.changes.nodes.map(({ country }: ChangeRow) => country));
  expect([...countries]).toEqual(['RU']);
  const end = await whole.ask(SYNC, { since: BEGINNING, first: 1000, after: later.data.changes.pageInfo.endCursor });
  expect(end.data.changes.nodes).toEqual([]);
  // An empty page still says where to go on from.
  expect(end.data.changes.pageInfo.endCursor).toBe(later.data.changes.pageInfo.endCursor);
});

test('as of a day, the lists show what could be known by then', async () => {
  const federation = await startFederation();
  const asOf = async (day: string) => {
    const { data, errors } = await federation.ask(
      `{ statements(asOf: "${day}", first: 1000, filter: { indicators: ["VOL_TOTAL", "RANK_CLAIM"] }) { nodes { id } } }`,
    );
    expect(errors).toEqual([]);
    return data.statements.nodes.map(({ id }: { id: string }) => id);
  };
  expect(await asOf('2019-11-29')).toEqual([]);
  expect(await asOf('2019-11-30')).toEqual(['hub:statement:country-center-first']);
  // A figure of 2022 that was printed in August 2024 is not known at the beginning of 2024.
  expect(await asOf('2024-01-01')).not.toContain('kz:statement:vol-total-2022');
  expect(await asOf('2024-08-31')).toContain('kz:statement:vol-total-2022');
});

test.each([
  ['{ changes(since: "yesterday") { nodes { id } } }', 'DATE_INVALID'],
  ['{ statements(asOf: "2024-02-30") { nodes { id } } }', 'DATE_INVALID'],
])('%s is refused with %s', async (query, code) => {
  const federation = await startFederation();
  const { errors } = await federation.ask(query);
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
});
