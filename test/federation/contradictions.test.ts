import { readFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { createSubgraph as createHub } from '../../subgraphs/hub/create-subgraph.ts';
import { createSubgraph } from '../../subgraphs/national/create-subgraph.ts';
import { supersedeStatement } from '../../subgraphs/national/history/supersede-statement.ts';
import { withdrawPublication } from '../../subgraphs/national/history/withdraw-publication.ts';
import type { HistoryWriter } from '../../subgraphs/national/history/history-writer.ts';
import { writeHistory } from '../../subgraphs/national/history/write-history.ts';
import { migrations } from '../../subgraphs/national/migrations/migrations.ts';
import { publicationEntities, type PublicationTables } from '../../subgraphs/national/publications/tables.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';
import { network as atlantis } from '../conformance/networks/atlantis/network.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { type Federation, startFederation } from '../harness/start-federation.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

interface Found {
  readonly id: string;
  readonly rule: string;
  readonly kind: string;
  readonly certainty: string;
  readonly status: string;
  readonly note: { readonly en: string | null } | null;
  readonly a: readonly { readonly kind: string; readonly id: string; readonly name: string | null }[];
  readonly b: readonly { readonly kind: string; readonly id: string; readonly name: string | null }[];
  readonly statements: readonly { readonly id: string }[];
}

const FIELDS = 'id rule kind certainty status note { en } a { kind id name } b { kind id name } statements { id }';
const rows = parse(readFileSync('test/facts/contradictions.csv', 'utf8'), { columns: true }) as Record<string, string>[];
const federation = await startFederation();

async function find(of: Federation, filter = '{}', page = 'first: 1000') {
  const { data, errors } = await of.ask(
    `{ contradictions(filter: ${filter}, ${page}) { nodes { ${FIELDS} } totalCount pageInfo { endCursor hasNextPage } coverage { asked answered unavailable complete } } }`,
  );
  expect(errors).toEqual([]);
  return data.contradictions as {
    nodes: Found[];
    totalCount: number | null;
    pageInfo: { endCursor: string; hasNextPage: boolean };
    coverage: object;
  };
}

/** Rule and local ids of both sides, as the facts write them: `JUMP vol-total-2022 vol-total-2023`. */
const keyOf = (rule: string, ids: readonly string[]) =>
  [rule, ...ids.map((id) => id.replace(/^(kz|ru|uz|joint)-/, '').replace(/^.*:/, '')).toSorted()].join(' ');
const keyOfFound = ({ rule, a, b }: Found) =>
  keyOf(
    rule,
    [...a, ...b].map(({ kind, id }) => (kind === 'CODE_LIST' ? 'list' : id)),
  );
const keyOfRow = (row: Record<string, string>) => {
  const slugs = [row['a'], row['b']].flatMap((cell) => (cell ? cell.split('|') : []));
  return keyOf(
    row['rule']!,
    slugs.map((slug) => (slug.startsWith('codelist:') ? 'list' : slug)),
  );
};

const findingText = (key: string, kind: string | undefined, certainty: string | undefined) => `${key} ${kind} ${certainty}`;

test('the gateway gives every contradiction of the facts, each with its kind and certainty, and no other', async () => {
  const { nodes, totalCount, coverage } = await find(federation);
  const wanted = rows.filter(({ expect: expected }) => expected === 'FIRES');
  expect(nodes.map((found) => findingText(keyOfFound(found), found.kind, found.certainty)).toSorted()).toEqual(
    wanted.map((row) => findingText(keyOfRow(row), row['kind'], row['certainty'])).toSorted(),
  );
  expect(totalCount).toBe(27);
  expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set(['OPEN']));
  expect(coverage).toEqual({ asked: ['KZ', 'RU', 'UZ'], answered: ['KZ', 'RU', 'UZ'], unavailable: [], complete: true });
});

test('a side that is no statement bears its name', async () => {
  const { nodes } = await find(federation, '{ rules: ["SAME_NAME_OTHER_ROW"] }');
  const youth = nodes.find(({ a }) => a.some(({ id }) => id === 'kz:organization:medmol'));
  expect(youth?.a.map(({ name }) => name)).toEqual(['Медицинская молодёжь Казахстана']);
  expect(youth?.statements).toEqual([]);
});

test.each([
  ['{ kinds: [BREAK] }', ['JUMP vol-total-2022 vol-total-2023']],
  ['{ rules: ["BRANCHES_ABOVE_REGIONS"] }', ['BRANCHES_ABOVE_REGIONS list medics-branches']],
  ['{ countries: ["UZ"] }', []],
  ['{ statuses: [RESOLVED] }', []],
  [
    '{ statements: ["kz:statement:vol-total-2022", "kz:statement:almaty-search-team"] }',
    ['JUMP vol-total-2022 vol-total-2023', 'SEVERAL_READINGS almaty-search-team'],
  ],
])('the filter %s leaves %j', async (filter, keys) => {
  const { nodes } = await find(federation, filter);
  expect(
    nodes
      .map(keyOfFound)
      .filter((key) => !key.startsWith('SEVERAL_READINGS roadmap'))
      .toSorted(),
  ).toEqual(keys);
});

test('a filter for countries asks those alone', async () => {
  const { coverage } = await find(federation, '{ countries: ["RU", "UZ"] }');
  expect(coverage).toEqual({ asked: ['RU', 'UZ'], answered: ['RU', 'UZ'], unavailable: [], complete: true });
});

test('pages hold every contradiction once', async () => {
  const all = await find(federation);
  const read: string[] = [];
  for (let page = 'first: 4'; ;) {
    const { nodes, pageInfo } = await find(federation, '{}', page);
    read.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) break;
    page = `first: 4, after: "${pageInfo.endCursor}"`;
  }
  expect(read).toEqual(all.nodes.map(({ id }) => id));
});

test('with a country stopped the others are searched, and the coverage says so', async () => {
  const away = await startFederation({ stopped: ['kazakhstan'] });
  const { nodes, totalCount, coverage } = await find(away);
  expect(nodes.map(keyOfFound)).toContain('BRANCHES_ABOVE_REGIONS list medics-branches');
  expect(nodes.flatMap(({ a, b }) => [...a, ...b]).filter(({ id }) => id.startsWith('kz:'))).toEqual([]);
  expect(totalCount).toBeNull();
  expect(coverage).toEqual({ asked: ['KZ', 'RU', 'UZ'], answered: ['RU', 'UZ'], unavailable: ['KZ'], complete: false });
});

const exactly = (value: number) => ({ value, lower: value, lower_open: false, upper: value, upper_open: false, qualifier: 'EXACT' });

/** The made-up country with other statements and organizations: they belong together, and near every rule. */
async function consistentAtlantis() {
  const folder = await temporaryFolder();
  await cp('test/conformance/networks/atlantis/data', folder, { recursive: true });
  const [header] = (await readFile(join(folder, 'statements.csv'), 'utf8')).split('\n');
  const columns = header!.split(',');
  const told = {
    subject_kind: 'COUNTRY',
    subject: 'XA',
    period_kind: 'YEAR',
    period_basis: 'STATED',
    method: 'ADMIN_REGISTER',
    source: 'xa:source:almanac',
  };
  const volunteers = { ...told, indicator: 'VOL_TOTAL', unit: 'IE', definition: 'REGISTERED_ON_PLATFORM' };
  const council = { ...told, subject_kind: 'ORGANIZATION', subject: 'xa:organization:council', unit: 'C62' };
  const cleaning = {
    ...told,
    subject_kind: 'PROGRAM',
    subject: 'xa:program:clean-sea',
    unit: 'C62',
    indicator: 'SESSION_COUNT',
    definition: 'HELD_BY_SUBJECT',
  };
  const searching = { ...told, subject_kind: 'ACTION', subject: 'xa:action:sea-watch', definition: 'UNSPECIFIED' };
  const statements: Record<string, string | number | boolean>[] = [
    { ...volunteers, id: 'grown', ...exactly(1000), period: '2023' },
    { ...volunteers, id: 'grown-by-less-than-half', ...exactly(1400), period: '2024' },
    {
      ...volunteers,
      id: 'told-again-in-other-words',
      value: 1400,
      lower: 1350,
      lower_open: false,
      upper: 1450,
      upper_open: true,
      qualifier: 'ROUNDED',
      period: '2024',
    },
    { ...volunteers, id: 'part', subject_kind: 'REGION', subject: 'XA-N', ...exactly(400), period: '2024' },
    { ...volunteers, id: 'engaged', ...exactly(300), period: '2024', indicator: 'VOL_ENGAGED', definition: 'TOOK_PART_IN_PERIOD' },
    { ...council, id: 'branches', ...exactly(1), period: '2024', indicator: 'BRANCH_COUNT', definition: 'IN_OPERATION' },
    { ...council, id: 'events', ...exactly(40), period: '2023', indicator: 'EVENT_COUNT', definition: 'HELD_BY_SUBJECT' },
    { ...council, id: 'more-events', ...exactly(41), period: '2024', indicator: 'EVENT_COUNT', definition: 'HELD_BY_SUBJECT' },
    { ...cleaning, id: 'sessions', ...exactly(2), period: '2024' },
    { ...searching, id: 'requests', ...exactly(9), period: '2024', indicator: 'SEARCH_REQUESTS', unit: 'C62' },
  ];
  const line = (row: Record<string, string | number | boolean>) =>
    columns.map((column) => (column === 'id' ? `xa:statement:${row[column]}` : String(row[column] ?? ''))).join(',');
  await writeFile(join(folder, 'statements.csv'), [header, ...statements.map(line)].join('\n'));
  const organizations = await readFile(join(folder, 'organizations.csv'), 'utf8');
  await writeFile(join(folder, 'organizations.csv'), organizations.replace('EMERGENCY,,,xa:organization:council', 'EMERGENCY,,,'));
  return createSubgraph({ ...atlantis, dataFolder: new URL(`file://${folder}/`) });
}

test('a country whose rows go together gives none, near every rule as they are', async () => {
  const consistent = await startFederation({ countries: [await consistentAtlantis()] });
  const { nodes, coverage } = await find(consistent);
  // The joint programs are the hub's own: one of them can be read in two ways.
  expect(nodes.map(keyOfFound)).toEqual(['SEVERAL_READINGS roadmap-2019']);
  expect(coverage).toMatchObject({ answered: ['XA'], complete: true });
  const { data } = await consistent.ask('{ statements(first: 100) { totalCount } }');
  expect(data.statements.totalCount).toBe(11);
});

test('what a country corrects or takes back is found no more by the very next question', async () => {
  const changing = await startFederation();
  const file = join(changing.dataFolder, 'kazakhstan.sqlite');
  const database = await openDatabase<PublicationTables>({ entities: publicationEntities, migrations, file });
  whenFileEnds(() => database.close());
  const publish = (work: (writer: HistoryWriter) => Promise<void>) => writeHistory(database, () => new Date('2026-03-02T00:00:00Z'), work);
  const years = '{ statements: ["kz:statement:vol-total-2022", "kz:statement:vol-total-2022-corrected"] }';
  expect((await find(changing, years)).nodes.map(keyOfFound)).toEqual(['JUMP vol-total-2022 vol-total-2023']);

  const stored = await database.read
    .selectFrom('statement')
    .selectAll()
    .where('id', '=', 'kz:statement:vol-total-2022')
    .executeTakeFirstOrThrow();
  const said = Object.fromEntries(
    Object.entries(stored).map(([column, value]) => [column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
  await publish((writer) =>
    supersedeStatement(writer, 'kz:statement:vol-total-2022', {
      ...said,
      id: 'kz:statement:vol-total-2022-corrected',
      knownFrom: '2026-03-01',
      levels: '[]',
      value: 230_000,
      lower: 225_000,
      upper: 235_000,
    }),
  );
  // The jump is gone; what the new number contradicts is found instead.
  expect((await find(changing, years)).nodes.map(keyOfFound)).toEqual(['DISJOINT_VALUES vol-taking-part vol-total-2022-corrected']);

  const doubted = '{ statements: ["kz:statement:vol-total-2022-corrected", "kz:statement:vol-total-2023"] }';
  expect((await find(changing, doubted)).nodes).toHaveLength(2);
  await publish((writer) => withdrawPublication(writer, 'kz:statement:vol-taking-part'));
  expect((await find(changing, doubted)).nodes).toEqual([]);
});

/** A hub whose data folder also holds these decisions. */
async function hubWith(decisions: readonly string[]) {
  const folder = await temporaryFolder();
  await cp('subgraphs/hub/data', folder, { recursive: true });
  await writeFile(
    join(folder, 'contradiction-decisions.csv'),
    ['id,status,owner,note_ru,note_kk,note_uz,note_en', ...decisions].join('\n'),
  );
  return createHub('hub', new URL(`file://${folder}/`));
}

test('an owner explains a contradiction: it stays, with the note, and is no longer open', async () => {
  const jump = (await find(federation, '{ rules: ["JUMP"] }')).nodes[0]!;
  const hub = await hubWith([`${jump.id},EXPLAINED,KZ,,,,The network counts by another register since 2023.`]);
  const explained = await startFederation({ hub });
  const { nodes } = await find(explained, '{ statuses: [EXPLAINED] }');
  expect(nodes).toEqual([{ ...jump, status: 'EXPLAINED', note: { en: 'The network counts by another register since 2023.' } }]);
  expect((await find(explained, '{ statuses: [OPEN] }')).nodes).toHaveLength(26);
  const { data } = await explained.ask(
    '{ comparability(a: "kz:statement:vol-total-2022", b: "kz:statement:vol-total-2022") { reasons { code } } }',
  );
  expect(data.comparability.reasons.map(({ code }: { code: string }) => code)).not.toContain('CONTRADICTED');
});

test.each([
  ['hub:contradiction:xyz,EXPLAINED,KZ,,,,Why.', /row 2: id must read/],
  ['hub:contradiction:0123456789abcdef,OPEN,KZ,,,,Why.', /row 2: status must be EXPLAINED or RESOLVED/],
  ['hub:contradiction:0123456789abcdef,RESOLVED,,,,,Why.', /row 2: owner/],
  ['hub:contradiction:0123456789abcdef,RESOLVED,KZ,,,,', /row 2: a decision needs a note/],
])('the decision %s stops the start', async (decision, message) => {
  const hub = await hubWith([decision]);
  await expect(startFederation({ hub })).rejects.toThrow(message);
});

test.each([
  [
    'contradictions(filter: { rules: ["GUESS"] }) { nodes { id } }',
    'CODE_UNKNOWN',
    /^GUESS is not a code of rules; accepted: SAME_FIGURE_OTHER_PERIOD, /,
  ],
  ['contradictions(filter: { statements: ["vol-total"] }) { nodes { id } }', 'ID_INVALID', /^vol-total is not an id/],
  ['contradictions(filter: { countries: ["KG"] }) { nodes { id } }', 'COUNTRY_UNKNOWN', /^KG is not a member; accepted: KZ, RU, UZ\.$/],
  ['contradictions(after: "bm90aGluZw") { nodes { id } }', 'CURSOR_INVALID', /^after is not a cursor/],
])('%s is refused with %s', async (question, code, message) => {
  const { data, errors } = await federation.ask(`{ ${question} }`);
  expect(data).toEqual({ contradictions: null });
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
  expect(errors[0]?.message).toMatch(message);
});

test('a cursor of one filter is refused under another', async () => {
  const { pageInfo } = await find(federation, '{ kinds: [AMBIGUOUS] }', 'first: 1');
  const { errors } = await federation.ask(`{ contradictions(filter: { kinds: [NAME] }, after: "${pageInfo.endCursor}") { nodes { id } } }`);
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['CURSOR_INVALID']);
});
