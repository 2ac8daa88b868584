import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { subgraph as kazakhstan } from '../../subgraphs/kazakhstan/index.ts';
import { subgraph as russia } from '../../subgraphs/russia/index.ts';
import { LAST_KNOWN_SIZE } from '../../subgraphs/hub/last-known/last-known-copies.ts';
import { publishRows } from '../../subgraphs/national/history/publish-rows.ts';
import { writeHistory } from '../../subgraphs/national/history/write-history.ts';
import { migrations } from '../../subgraphs/national/migrations/migrations.ts';
import { publicationEntities, type PublicationTables } from '../../subgraphs/national/publications/tables.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';
import { FROZEN_NOW } from '../harness/open-door.ts';
import { labelOf, nextRevision, readRevision } from '../harness/read-revision.ts';
import { type Federation, startFederation } from '../harness/start-federation.ts';
import { watchedModule } from '../harness/watched-module.ts';
import { sourceRow, sourcesOf } from '../national/published-samples.ts';

const ACTIONS = '{ actions(first: 2) { nodes { id } } }';
const CONTRADICTIONS = '{ contradictions(first: 1) { nodes { id } } }';

/** How a test asks the hub of a federation, and changes what a country publishes. */
function withHub(federation: Federation) {
  const urlOf = (name: string): string => federation.urls.get(name) ?? '';
  const revisionOf = async (name: string): Promise<string> => Object.values((await readRevision(urlOf(name))).body)[0] ?? '';
  return {
    urlOf,
    label: (query: string) => labelOf(urlOf('hub'), query),
    /** The label that names the current revisions of these members. */
    async naming(...names: readonly string[]): Promise<string> {
      const codes: Readonly<Record<string, string>> = { hub: 'HUB', kazakhstan: 'KZ', russia: 'RU', uzbekistan: 'UZ' };
      const parts = await Promise.all(names.map(async (name) => `${codes[name]}=${await revisionOf(name)}`));
      return parts.join(', ');
    },
    /** Publishes one more source, as another process does. */
    async publish(name: string, local: string): Promise<void> {
      const file = join(federation.dataFolder, `${name}.sqlite`);
      const database = await openDatabase<PublicationTables>({ entities: publicationEntities, migrations, file });
      await writeHistory(
        database,
        () => FROZEN_NOW,
        (writer) => publishRows(writer, sourcesOf(sourceRow(local))),
      );
      await database.close();
    },
  };
}

describe('with every country up', () => {
  let hub: ReturnType<typeof withHub>;
  beforeAll(async () => {
    hub = withHub(await startFederation());
  });
  const all = ['hub', 'kazakhstan', 'russia', 'uzbekistan'];

  test.each([
    ['a list over all', ACTIONS, all],
    ['a list of one', '{ actions(filter: { countries: ["KZ"] }) { totalCount } }', ['hub', 'kazakhstan']],
    ['a statement by its id', '{ statements(filter: { ids: ["kz:statement:vol-total-2022"] }) { totalCount } }', ['hub', 'kazakhstan']],
    ['a row by its id', '{ node(id: "ru:region:amur") { id } }', ['hub', 'russia']],
    ['a region by its code', '{ regions(codes: ["UZ-AN"]) { id } }', ['hub', 'uzbekistan']],
    ['what is contradicted', CONTRADICTIONS, all],
    ['what is contradicted in one', '{ contradictions(filter: { countries: ["RU"] }) { nodes { id } } }', ['hub', 'russia']],
    ['what is contradicted, with its statements', '{ contradictions(first: 5) { nodes { id statements { id } } } }', all],
    [
      'a total',
      '{ total(indicator: "VOL_TOTAL", definition: "REGISTERED_ON_PLATFORM", countries: ["KZ", "RU"]) { value } }',
      all.slice(0, 3),
    ],
    ['aid', '{ aid(glide: "FL-2024-000040-KAZ") { stages { stage } } }', all],
    ['where there is anything', '{ indicators { code availability { country } } }', all],
    ['the code lists', '{ indicators { code } definitions { code } }', ['hub']],
    ['the doors', '{ networks { code } }', ['hub']],
    ['joint programs', '{ jointPrograms { nodes { id } } }', ['hub']],
    ['a search', '{ search(text: "an") { nodes { id } } }', all],
    ['the changes', '{ changes(since: "0001-01-01T00:00:00Z", first: 1) { totalCount } }', all],
    [
      'two questions in one',
      '{ a: node(id: "ru:region:amur") { id } b: node(id: "kz:region:abai") { id } }',
      ['hub', 'kazakhstan', 'russia'],
    ],
  ])('%s names exactly the data that it was made of', async (_, query, names) => {
    expect(await hub.label(query)).toBe(await hub.naming(...names));
    // The second time facts come from what the hub keeps.
    expect(await hub.label(query)).toBe(await hub.naming(...names));
  });

  test.each([
    ['who is up', '{ networkStatus { code } }'],
    ['who is up, beside data', '{ networkStatus { code up } networks { code } }'],
    [
      'the day, by a country',
      '{ statements(filter: { ids: ["kz:statement:vol-total-2022"] }) { nodes { citation(language: EN, style: FULL) } } }',
    ],
    ['the day, by the hub', '{ statements(first: 1000) { nodes { id citation(language: EN, style: FULL) } } }'],
    ['a refusal', '{ actions(first: 1001) { totalCount } }'],
    ['an error beside data', '{ networks { code } node(id: "xx:region:amur") { id } }'],
  ])('an answer that depends on %s bears no label', async (_, query) => expect(await hub.label(query)).toBeNull());

  test('a change in one country makes another label, also for what the hub keeps', async () => {
    const before = await hub.naming(...all);
    expect([await hub.label(ACTIONS), await hub.label(CONTRADICTIONS)]).toEqual([before, before]);
    const kz = await readRevision(hub.urlOf('kazakhstan'));
    await hub.publish('kazakhstan', 'one-more');
    await nextRevision(hub.urlOf('kazakhstan'), kz.body);
    const after = await hub.naming(...all);
    expect(after).not.toBe(before);
    expect([await hub.label(ACTIONS), await hub.label(CONTRADICTIONS)]).toEqual([after, after]);
  });
});

/** A hub over Russia and Kazakhstan, which a test cuts off, holds back or has say something else. */
async function start(lastKnownSize = 0) {
  const watched = watchedModule(kazakhstan);
  const federation = await startFederation({ countries: [watched.module, russia], lastKnownSize });
  return { watched, federation, hub: withHub(federation) };
}

const isFacts = (query: string): boolean => query.includes('organizations(');

describe('with a country that may be away', () => {
  test('an answer that lacks a country, or shows a copy of what it said, bears no label', async () => {
    const { watched, federation, hub } = await start(LAST_KNOWN_SIZE);
    await federation.ask('{ networkStatus { code } }');
    const whole = await hub.naming('hub', 'kazakhstan', 'russia');
    expect([await hub.label(ACTIONS), await hub.label(CONTRADICTIONS)]).toEqual([whole, whole]);
    watched.cut(true);
    const copied = await federation.ask('{ actions(first: 2) { nodes { id } coverage { stale { country } } } }');
    expect(copied.data.actions.coverage).toEqual({ stale: [{ country: 'KZ' }] });
    expect(await hub.label(ACTIONS)).toBeNull();
    expect(await hub.label(CONTRADICTIONS)).toBeNull();
    expect(await hub.label('{ practices { totalCount } }')).toBeNull();
    expect(await hub.label('{ node(id: "kz:region:abai") { id } }')).toBeNull();
    expect(await hub.label('{ node(id: "ru:region:amur") { id } }')).toBe(await hub.naming('hub', 'russia'));
    watched.cut(false);
    expect(await hub.label(ACTIONS)).toBe(whole);
  });

  test('an answer of a country that told an error bears no label', async () => {
    const { watched, hub } = await start();
    watched.answerWith(JSON.stringify({ data: null, errors: [{ message: 'no', path: ['_entities'] }] }));
    expect(await hub.label(ACTIONS)).toBeNull();
  });

  test.each([
    ['none', null],
    ['another country’s', 'RU=1'],
    ['one of more than its own data', 'KZ=1, RU=1'],
    ['one that cannot be read', 'KZ=a b'],
  ])('an answer of a country that gives no revision but %s bears no label', async (_, label) => {
    const { watched, hub } = await start();
    watched.labelWith(() => label);
    expect(await hub.label(ACTIONS)).toBeNull();
    expect(await hub.label(CONTRADICTIONS)).toBeNull();
  });

  test('two answers of one country at two revisions make no label', async () => {
    const { watched, hub } = await start();
    let revision = 0;
    watched.labelWith(() => `KZ=${(revision += 1)}`);
    expect(await hub.label('{ a: node(id: "kz:region:abai") { id } }')).toMatch(/^HUB=\S+, KZ=\d+$/);
    expect(await hub.label('{ a: node(id: "kz:region:abai") { id } b: node(id: "kz:region:akmola") { id } }')).toBeNull();
  });

  test('facts that are read while a country publishes bear the revision from before', async () => {
    const { watched, hub } = await start();
    const before = await hub.naming('hub', 'kazakhstan', 'russia');
    const kz = await readRevision(hub.urlOf('kazakhstan'));
    watched.hold(isFacts);
    const held = hub.label(CONTRADICTIONS);
    while (!watched.queries.some(isFacts)) await new Promise((resolve) => setTimeout(resolve, 5));
    await hub.publish('kazakhstan', 'meanwhile');
    await nextRevision(hub.urlOf('kazakhstan'), kz.body);
    watched.hold(null);
    expect(await held).toBe(before);
    expect(await hub.label(CONTRADICTIONS)).toBe(await hub.naming('hub', 'kazakhstan', 'russia'));
  });
});
