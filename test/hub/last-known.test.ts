import { expect, test } from '@jest/globals';
import { subgraph as kazakhstan } from '../../subgraphs/kazakhstan/index.ts';
import { subgraph as russia } from '../../subgraphs/russia/index.ts';
import { copyLifetimeMs } from '../../subgraphs/hub/last-known/copy-lifetime.ts';
import { LAST_KNOWN_SIZE } from '../../subgraphs/hub/last-known/last-known-copies.ts';
import { createSubgraph } from '../../subgraphs/national/create-subgraph.ts';
import { withdrawPublication } from '../../subgraphs/national/history/withdraw-publication.ts';
import { writeHistory } from '../../subgraphs/national/history/write-history.ts';
import { migrations } from '../../subgraphs/national/migrations/migrations.ts';
import { publicationEntities, type PublicationTables } from '../../subgraphs/national/publications/tables.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';
import { network as atlantis } from '../conformance/networks/atlantis/network.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { startFederation } from '../harness/start-federation.ts';
import { watchedModule } from '../harness/watched-module.ts';

const LIST = '{ statements(first: 3) { nodes { id value } totalCount coverage { answered unavailable stale { country asOf } complete } } }';
const DAY_MS = 86_400_000;

/** A federation of Kazakhstan, which can be cut off, and Russia, with a clock that the test moves. */
async function startWatched(module = kazakhstan) {
  const watched = watchedModule(module);
  const clock = { now: new Date('2026-03-01T12:00:00Z') };
  const federation = await startFederation({
    countries: [watched.module, russia],
    lastKnownSize: LAST_KNOWN_SIZE,
    now: () => clock.now,
  });
  // The hub learns how long copies may be shown when it first looks at the networks.
  await federation.ask('{ networkStatus { code } }');
  return { watched, clock, federation };
}

test.each([
  ['P1D', DAY_MS],
  ['PT6H', DAY_MS / 4],
  ['PT90M', 5_400_000],
  ['P7D', DAY_MS],
  ['P2W', DAY_MS],
  ['P1M', DAY_MS],
  ['P0D', 0],
  ['tomorrow', 0],
  [null, 0],
])('a copy of terms %s lives %d ms, and never longer than a day', (lastKnownFor, ms) => expect(copyLifetimeMs(lastKnownFor)).toBe(ms));

test('while a country is away its last known rows stand in, and the coverage says since when', async () => {
  const { watched, clock, federation } = await startWatched();
  const { data: whole } = await federation.ask(LIST);
  expect(whole.statements.coverage).toEqual({ answered: ['KZ', 'RU'], unavailable: [], stale: [], complete: true });
  watched.cut(true);
  clock.now = new Date('2026-03-01T18:00:00Z');
  const { data, errors } = await federation.ask(LIST);
  expect(errors).toEqual([]);
  expect(data.statements).toEqual({
    ...whole.statements,
    coverage: { answered: ['KZ', 'RU'], unavailable: [], stale: [{ country: 'KZ', asOf: '2026-03-01T12:00:00.000Z' }], complete: false },
  });
  watched.cut(false);
  expect((await federation.ask(LIST)).data).toEqual(whole);
});

test('a question that was never asked has no copy, and a copy too old for its owner’s terms is shown no more', async () => {
  const { watched, clock, federation } = await startWatched();
  await federation.ask(LIST);
  watched.cut(true);
  const other = await federation.ask(LIST.replace('first: 3', 'first: 4'));
  expect(other.data.statements.coverage).toMatchObject({ answered: ['RU'], unavailable: ['KZ'], stale: [] });
  clock.now = new Date('2026-03-02T12:00:00.001Z');
  expect((await federation.ask(LIST)).data.statements.coverage).toMatchObject({ answered: ['RU'], unavailable: ['KZ'], stale: [] });
});

test('a network that allows no copies has none', async () => {
  const strict = createSubgraph({ ...atlantis, policy: { ...atlantis.policy, lastKnownFor: null } });
  const { watched, federation } = await startWatched(strict);
  await federation.ask(LIST);
  watched.cut(true);
  expect((await federation.ask(LIST)).data.statements.coverage).toMatchObject({ unavailable: ['XA'], stale: [] });
});

test('a country that answers with an error of its own is not covered by a copy', async () => {
  const { watched, federation } = await startWatched();
  await federation.ask(LIST);
  watched.answerWith(JSON.stringify({ errors: [{ message: 'a fault inside' }], data: null }));
  expect((await federation.ask(LIST)).data.statements.coverage).toMatchObject({ unavailable: ['KZ'], stale: [] });
});

test('what a country withdrew is in no copy once the hub has looked', async () => {
  const { watched, clock, federation } = await startWatched();
  const { data } = await federation.ask(LIST);
  const { id } = (data.statements.nodes as { id: string }[]).find((row) => row.id.startsWith('kz:'))!;
  const file = `${federation.dataFolder}/kazakhstan.sqlite`;
  const database = await openDatabase<PublicationTables>({ entities: publicationEntities, migrations, file });
  whenFileEnds(() => database.close());
  clock.now = new Date('2026-03-01T13:00:00Z');
  await writeHistory(
    database,
    () => clock.now,
    (writer) => withdrawPublication(writer, id),
  );
  await federation.ask('{ networkStatus { code } }');
  watched.cut(true);
  const { data: after } = await federation.ask(LIST);
  expect(after.statements.nodes.map((row: { id: string }) => row.id)).not.toContain(id);
  expect(after.statements.coverage).toMatchObject({ unavailable: ['KZ'], stale: [] });
});

test('sums and contradictions rest on what is kept of a country that is away, and say so', async () => {
  const { watched, federation } = await startWatched();
  const question = `{ total(indicator: "VOL_TOTAL", definition: "UNSPECIFIED", period: "2022/2023", countries: ["KZ"]) { value qualifier coverage { answered stale { country } complete } }
    contradictions(filter: { rules: ["JUMP"] }) { nodes { id } coverage { stale { country } complete } } }`;
  const { data: whole } = await federation.ask(question);
  watched.cut(true);
  const { data } = await federation.ask(question);
  expect(data.total).toEqual({ ...whole.total, coverage: { answered: ['KZ'], stale: [{ country: 'KZ' }], complete: false } });
  expect(data.contradictions).toEqual({ ...whole.contradictions, coverage: { stale: [{ country: 'KZ' }], complete: false } });
});

test('a door answers now or not at all', async () => {
  const { watched, federation } = await startWatched();
  const door = '{ kazakhstan { code } networks(codes: ["KZ"]) { code name } }';
  await federation.ask(door);
  watched.cut(true);
  const { data, errors } = await federation.ask(door);
  expect(data).toEqual({ kazakhstan: null, networks: [{ code: 'KZ', name: null }] });
  expect(new Set(errors.map(({ extensions }) => extensions?.['country']))).toEqual(new Set(['KZ']));
});
