import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { network as atlantis } from '../../../conformance/networks/atlantis/network.ts';
import { openIntake } from '../../../../subgraphs/national/intake/import/open-intake.ts';
import { readStoredPublications } from '../../../../subgraphs/national/intake/quality/stored-publications.ts';
import { searchText } from '../../../../subgraphs/contract/text/search-text.ts';
import { databases } from '../../open-history.ts';
import { type OpenImport, openImport } from './open-import.ts';

const read = (file: string): Promise<string> => readFile(fileURLToPath(new URL(file, atlantis.dataFolder)), 'utf8');
/** A row of statements that supersedes another. */
const correctionOf = (row: string, name: string): string =>
  `${row.replace(/,[^,]*$/, `,${name}`).replace(/^[^,]+/, `xa:statement:${name}`)},${row.split(',')[0]}`;
const counts = async (report: Promise<{ counts: object }>) => (await report).counts;

describe.each(databases)('on $name', (kind) => {
  let network: OpenImport;
  beforeEach(async () => {
    network = await openImport(kind);
  });
  afterEach(() => network.close());
  const feed = (after: number) => network.rows(`select op, cause, entity from change where seq > ${after} order by seq`);
  const lastSeq = async (): Promise<number> => Number((await network.rows('select max(seq) as seq from change'))[0]?.['seq']);

  test('every file that was loaded is there already', async () => {
    const files = ['sources', 'regions', 'organizations', 'units', 'programs', 'actions', 'statements', 'aid', 'commitments', 'practices'];
    for (const name of files) {
      const text = await read(`${name}.csv`);
      const report = await network.bring(name, text, { isCommitted: false });
      const rows = text.trim().split('\n').length - 1;
      expect({ name, counts: report.counts }).toEqual({
        name,
        counts: { read: rows, new: 0, changed: 0, unchanged: rows, removed: 0, rejected: 0, kept: 0, erased: 0, repeated: 0 },
      });
    }
  });

  test('a changed and a new action are published through the feed, and undoing tells of it', async () => {
    const text = await read('actions.csv');
    const [header = '', first = '', ...rest] = text.trim().split('\n');
    const before = await network.hash();
    const seq = await lastSeq();
    const id = first.split(',')[0] ?? '';
    const added = rest[0]?.replace(/^[^,]+/, 'xa:action:brand-new') ?? '';
    const report = await network.bring('actions', [header, first.replace(/HELD|PLANNED|RUNNING/, 'CANCELLED'), added]);
    expect(report.counts).toMatchObject({ new: 1, changed: 1, unchanged: 0, removed: 0 });
    expect(await feed(seq)).toEqual([
      { op: 'UPSERT', cause: 'PUBLISHED', entity: 'xa:action:brand-new' },
      { op: 'UPSERT', cause: 'PUBLISHED', entity: id },
    ]);
    const undone = await lastSeq();
    await network.undo(1);
    expect(await feed(undone)).toEqual([
      { op: 'DELETE', cause: 'WITHDRAWN', entity: 'xa:action:brand-new' },
      { op: 'UPSERT', cause: 'PUBLISHED', entity: id },
    ]);
    expect(await network.hash()).toBe(before);
    // What an undoing took away may come again.
    expect(await counts(network.bring('actions', [header, added]))).toMatchObject({ new: 1 });
  });

  test('a statement is not changed but superseded, and undoing brings the old one back', async () => {
    const [header = '', first = ''] = (await read('statements.csv')).trim().split('\n');
    const before = await network.hash();
    const id = first.split(',')[0] ?? '';
    const noteless = first.replace(/,[^,]*$/, ',another note');
    await expect(network.bring('statements', [header, noteless])).rejects.toMatchObject({
      code: 'ROWS_REJECTED',
      report: { faults: [{ row: 2, rule: 'STATEMENT_CHANGED', column: expect.stringContaining('"id"') }] },
    });
    const correction = `${noteless.replace(/^[^,]+/, 'xa:statement:mended')},${id}`;
    const report = await network.bring('statements', [`${header},supersedes`, `${first},`, correction]);
    expect(report.counts).toMatchObject({ new: 1, changed: 0, unchanged: 1 });
    expect(await network.rows(`select superseded_by from statement where id = '${id}'`)).toEqual([
      { superseded_by: 'xa:statement:mended' },
    ]);
    await expect(network.bring('statements', [`${header},supersedes`, correction.replace('mended', 'again')])).rejects.toMatchObject({
      report: { faults: [{ rule: 'SUPERSEDES_UNKNOWN' }] },
    });
    await network.undo(2);
    expect(await network.hash()).toBe(before);
  });

  test('two corrections of one statement are both refused, before anything is written', async () => {
    const [header = '', first = '', second = ''] = (await read('statements.csv')).trim().split('\n');
    const before = await network.hash();
    const lines = [`${header},supersedes`, correctionOf(first, 'mended'), correctionOf(second, 'other'), correctionOf(first, 'again')];
    const refused = {
      code: 'ROWS_REJECTED',
      report: {
        counts: { read: 3, new: 1, rejected: 2 },
        faults: [
          { row: 2, rule: 'SUPERSEDES_REPEATED', column: expect.stringContaining('"supersedes"') },
          { row: 4, rule: 'STATEMENT_REPEATED', severity: 'WARNING' },
          { row: 4, rule: 'SUPERSEDES_REPEATED' },
        ],
      },
    };
    await expect(network.bring('statements', lines, { isCommitted: false })).rejects.toMatchObject(refused);
    await expect(network.bring('statements', lines)).rejects.toMatchObject(refused);
    expect(await network.hash()).toBe(before);
    const report = await network.bring('statements', lines, { allowedFaults: { count: 2, unit: 'rows' } });
    expect(report.counts).toMatchObject({ new: 1, rejected: 2, removed: 0 });
  });

  test('a full mapping withdraws what is missing, once more than 30 % is allowed, and undoing brings it back', async () => {
    const [header = '', ...rows] = (await read('regions.csv')).trim().split('\n');
    const columns = header.split(',').map((name) => `  ${name}: ${name}`);
    const mapping = `version: 1\nkind: regions\nmode: full\ncolumns:\n${columns.join('\n')}\n`;
    const added = 'xa:region:south,XA-S,S1,ATLAS,Юг,Оңтүстік,Janub,South,,ISO_3166_2 XA-S ../..,,,,';
    const before = await network.hash();
    await expect(network.bring('regions', [header, added], { mapping })).rejects.toMatchObject({ code: 'DROP_GUARD' });
    const report = await network.bring('regions', [header, added], { mapping, mayDrop: true });
    expect(report.counts).toMatchObject({ new: 1, removed: rows.length });
    await network.undo(2);
    expect(await network.hash()).toBe(before);
  });

  test('what a full file is refused for is told once, though it is compared a second time to remove nothing', async () => {
    const [header = '', first = '', ...rest] = (await read('statements.csv')).trim().split('\n');
    const mapping = `version: 1\nkind: statements\nmode: full\ncolumns:\n${header
      .split(',')
      .filter((name) => name !== 'note')
      .map((name) => `  ${name}: ${name}`)
      .join('\n')}\n`;
    const changed = first.replace('four branches', 'some branches');
    const refused = network.bring('statements', [header, changed, ...rest.slice(1)], { mapping });
    const { report } = (await refused.catch((error: unknown) => error)) as {
      report: { faults: { row: number; rule: string }[]; counts: object };
    };
    expect(report.counts).toMatchObject({ removed: 0, rejected: 1 });
    expect(report.faults.filter(({ row }) => row === 2)).toMatchObject([{ rule: 'STATEMENT_CHANGED' }]);
  });

  test('what a mapping has no column for is told before it is emptied', async () => {
    const mapping = 'version: 1\nkind: organizations\ncolumns: { id: id, name: name, kind: kind }\nconstants: { name_language: en }\n';
    const rows = ['id,name,kind', 'xa:organization:council,The Council of the Isles,SENATE'];
    const { counts: found, faults } = await network.bring('organizations', rows, { mapping, isCommitted: false });
    expect(found).toMatchObject({ changed: 1, rejected: 0 });
    expect(faults[0]).toMatchObject({
      row: null,
      rule: 'FIELDS_EMPTIED',
      severity: 'WARNING',
      hint: expect.stringContaining('directions'),
    });
  });

  test('every wrong cell of a data file is told by its column', async () => {
    const [header = '', first = ''] = (await read('sources.csv')).trim().split('\n');
    const wrong = first.replace(/^[^,]+/, 'ru:source:other');
    await expect(network.bring('sources', [header, wrong])).rejects.toMatchObject({
      report: { faults: [{ row: 2, column: 'A "id"', rule: 'VALUE_REFUSED', hint: 'id must read xa:source:…' }] },
    });
  });

  test('an id that was withdrawn is refused by name', async () => {
    const [header = '', first = ''] = (await read('practices.csv')).trim().split('\n');
    const mapping = `version: 1\nkind: practices\nmode: full\ncolumns:\n${header
      .split(',')
      .map((name) => `  ${name}: ${name}`)
      .filter((line) => !line.includes('note'))
      .join('\n')}\n`;
    await network.bring('practices', [header, first.replace(/^[^,]+/, 'xa:practice:other')], { mapping, mayDrop: true });
    await expect(network.bring('practices', [header, first])).rejects.toMatchObject({
      report: { faults: [{ row: 2, rule: 'ID_WITHDRAWN' }] },
    });
  });
});

describe.each(databases)('other names, on $name', (kind) => {
  let network: OpenImport;
  beforeEach(async () => {
    network = await openImport(kind);
  });
  afterEach(() => network.close());
  const COLUMNS = 'subject,alias,basis';
  const council = 'xa:organization:council';
  const full = `version: 1\nkind: names\nmode: full\ncolumns: { subject: subject, alias: alias, basis: basis }\n`;
  const aliases = async (id: string): Promise<unknown> =>
    JSON.parse(String((await network.rows(`select aliases from organization where id = '${id}'`))[0]?.['aliases']));
  const found = async (name: string): Promise<unknown[]> =>
    (await network.rows(`select id from search_entry where folded like '%${searchText(name)}%'`)).map(({ id }) => id);

  test('what was loaded is there already, and the assumed one is told and left out', async () => {
    const report = await network.bring('names', await read('names.csv'), { isCommitted: false });
    expect(report.counts).toMatchObject({ read: 2, new: 0, changed: 0, unchanged: 2, removed: 0, rejected: 0 });
    expect(report.faults).toMatchObject([{ row: 3, rule: 'NAME_ASSUMED', severity: 'WARNING' }]);
  });

  test('a new one is published with its organization, searched and filtered by, and undoing takes it back', async () => {
    const before = await network.hash();
    const seq = Number((await network.rows('select max(seq) as seq from change'))[0]?.['seq']);
    const report = await network.bring('names', [COLUMNS, `${council},Senate of the Isles,STATED`, `${council},The Council,STATED`]);
    expect(report.counts).toMatchObject({ read: 2, new: 1, changed: 0, unchanged: 1, removed: 0 });
    expect(await aliases(council)).toEqual(['The Council', 'Senate of the Isles']);
    expect(await found('Senate of the Isles')).toEqual([council]);
    expect(await network.rows(`select id from organization where folded_names like '%senate of the isles%'`)).toEqual([{ id: council }]);
    expect(await network.rows(`select op, entity from change where seq > ${seq}`)).toEqual([{ op: 'UPSERT', entity: council }]);
    // The organization's own file says nothing of it, and takes nothing away.
    expect(await counts(network.bring('organizations', await read('organizations.csv'), { isCommitted: false }))).toMatchObject({
      changed: 0,
      unchanged: 2,
    });
    await network.undo(1);
    expect(await network.hash()).toBe(before);
  });

  test('the order of the rows decides nothing, and a row that stands twice is one', async () => {
    const rows = ['Bench', 'Assembly', 'Bench'].map((alias) => `${council},${alias},`);
    expect(await counts(network.bring('names', [COLUMNS, ...rows]))).toMatchObject({ new: 2, repeated: 1 });
    const hash = await network.hash();
    await network.undo(1);
    await network.bring('names', [COLUMNS, ...rows.toReversed()]);
    expect(await network.hash()).toBe(hash);
  });

  test('a full file takes away what it does not have, once more than 30 % is allowed', async () => {
    const rows = [COLUMNS, `${council},Senate of the Isles,STATED`];
    await expect(network.bring('names', rows, { mapping: full })).rejects.toMatchObject({ code: 'DROP_GUARD' });
    expect(await counts(network.bring('names', rows, { mapping: full, mayDrop: true }))).toMatchObject({ new: 1, removed: 1 });
    expect(await aliases(council)).toEqual(['Senate of the Isles']);
    expect(await found('The Council')).toEqual([]);
  });

  test('the rules read those that are stored as a file would tell them', async () => {
    const intake = await openIntake(network.place);
    const stored = await readStoredPublications(intake.database.read as never, 'names');
    await intake.close();
    expect(stored).toEqual([{ row: 1, values: { subject: council, alias: 'The Council' } }]);
  });

  test('a name of nothing that is there is refused, and one of what has no other names is told and left out', async () => {
    const rows = ['xa:organization:nobody,Nobody,', 'xa:action:regatta,Race,STATED', ',Nameless,', 'council,The Council,', `${council},,`];
    const refused = network.bring('names', [COLUMNS, ...rows]);
    await expect(refused).rejects.toMatchObject({
      code: 'ROWS_REJECTED',
      report: {
        counts: { read: 5, rejected: 4, unchanged: 1 },
        faults: [
          { row: 2, rule: 'SUBJECT_UNKNOWN', column: 'A "subject"', value: 'xa:organization:nobody' },
          { row: 3, rule: 'NAME_NOT_PUBLISHED', severity: 'WARNING' },
          { row: 4, rule: 'VALUE_REFUSED', hint: 'subject must not be empty' },
          { row: 5, rule: 'VALUE_REFUSED', hint: 'subject must be an id such as kz:action:arys-relief' },
          { row: 6, rule: 'VALUE_REFUSED', hint: 'alias must not be empty' },
        ],
      },
    });
    expect(await aliases(council)).toEqual(['The Council']);
  });
});

test.each([
  ['units', 'id'],
  ['names', 'subject,alias'],
])('a file of %s that is too long says so, and nothing else of its rows', async (kind, header) => {
  const network = await openImport(databases[0]!);
  const columns = header.split(',').map((name) => `${name}: ${name}`);
  const row = header.replaceAll(/\w+/g, 'x');
  const mapping = `version: 1\nkind: ${kind}\ncolumns: { ${columns.join(', ')} }\n`;
  await expect(network.bring(kind, `${header}\n${`${row}\n`.repeat(200_001)}`, { mapping })).rejects.toMatchObject({
    code: 'FILE_TOO_LONG',
    message: expect.stringContaining('more than 200000 rows'),
  });
  expect((await network.journal())[0]).toMatchObject({ outcome: 'REFUSED', reason: 'FILE_TOO_LONG' });
  await network.close();
});

test('a mapped file of publications needs none of the columns it does not name', async () => {
  const network = await openImport(databases[0]!);
  const mapping = `version: 3
kind: practices
columns: { №: { field: id, prefix: 'xa:practice:' }, Название: title, Текст: text, Тема: { field: directions, list: ',', codes: { экология: ECOLOGY } } }
constants: { title_language: ru }
`;
  const report = await network.bring('practices', ['№;Название;Текст;Тема', '7;Чистая река;Как убрать берег;экология'], { mapping });
  expect(report).toMatchObject({ counts: { new: 1 }, mapping: { name: 'practices.yaml', version: 3, mode: 'incremental' } });
  expect(await network.rows(`select directions from practice where id = 'xa:practice:7'`)).toEqual([{ directions: '["ECOLOGY"]' }]);
  await network.close();
});
