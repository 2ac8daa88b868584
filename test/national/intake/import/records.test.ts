import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runImport } from '../../../../subgraphs/national/intake/import/run-import.ts';
import { takeImportLock } from '../../../../subgraphs/storage/import-lock.ts';
import { databases } from '../../open-history.ts';
import { type OpenImport, openImport } from './open-import.ts';

const PERSONS = ['sourceKey,birthDate,sex,regionId,joinedOn', 'P1,01.02.1990,F,XA-N,2020-01-01', 'P2,1991-03-04,M,,2021-01-01', 'P3,,,,'];
const PARTICIPATIONS = ['sourceKey,personKey,date,minutes', 'a,P1,01.05.2024,120', 'b,P1,02.05.2024,60', 'c,P2,02.05.2024,30'];

const counts = async (report: Promise<{ counts: object }>) => (await report).counts;
const personsOf = (count: number): string[] => ['sourceKey', ...Array.from({ length: count }, (_, index) => `P${index}`)];

describe.each(databases)('on $name', (kind) => {
  let network: OpenImport;
  beforeEach(async () => {
    network = await openImport(kind);
  });
  afterEach(() => network.close());

  test('a dry run tells what it found and changes nothing', async () => {
    const before = await network.hash();
    const report = await network.bring('persons', PERSONS, { isCommitted: false });
    expect(report).toMatchObject({
      importId: null,
      format: 'CSV',
      encoding: 'utf-8',
      separator: ',',
      counts: { read: 3, new: 3, changed: 0, unchanged: 0, removed: 0, rejected: 0 },
    });
    expect(report.samples).toHaveLength(3);
    expect(report.samples[0]).toMatchObject({ sourceKey: 'P1', birthDate: '01.02.1990' });
    expect(await network.hash()).toBe(before);
    expect(await network.journal()).toEqual([]);
  });

  test('what is committed is there, mapped', async () => {
    expect(await network.bring('persons', PERSONS)).toMatchObject({ importId: 1, counts: { new: 3 } });
    await network.bring('participations', PARTICIPATIONS);
    expect(
      await network.rows('select source_key, birth_date, sex, region_id, joined_on, blocked from record_person order by source_key'),
    ).toEqual([
      { source_key: 'P1', birth_date: '1990-02-01', sex: 'F', region_id: 'xa:region:north', joined_on: '2020-01-01', blocked: 0 },
      { source_key: 'P2', birth_date: '1991-03-04', sex: 'M', region_id: null, joined_on: '2021-01-01', blocked: 0 },
      { source_key: 'P3', birth_date: null, sex: 'U', region_id: null, joined_on: null, blocked: 0 },
    ]);
    const joined = await network.rows(
      `select person.source_key as person, date, minutes from record_participation join record_person as person on person.id = person_id
       order by record_participation.source_key`,
    );
    expect(joined).toEqual([
      { person: 'P1', date: '2024-05-01', minutes: 120 },
      { person: 'P1', date: '2024-05-02', minutes: 60 },
      { person: 'P2', date: '2024-05-02', minutes: 30 },
    ]);
    const [id] = await network.rows('select id from record_person limit 1');
    expect(id?.['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('the same file again, and the same rows in another file, change nothing', async () => {
    await network.bring('persons', PERSONS);
    const before = await network.hash();
    expect(await network.bring('persons', PERSONS)).toMatchObject({
      sameAs: 1,
      importId: null,
      counts: { new: 0, changed: 0, unchanged: 3 },
    });
    const shuffled = [
      'joinedOn;sourceKey;sex;birthDate;regionId',
      ';P3;;;',
      '2021-01-01;P2;M;04.03.1991;',
      '2020-01-01;P1;F;1990-02-01;Север',
    ];
    expect(await network.bring('persons', shuffled)).toMatchObject({
      sameAs: null,
      importId: 2,
      counts: { new: 0, changed: 0, unchanged: 3 },
    });
    expect(await network.hash()).toBe(before);
  });

  test('a new state of the file changes, adds and removes, and undoing takes all of it back', async () => {
    await network.bring('persons', PERSONS);
    await network.bring('participations', PARTICIPATIONS);
    const before = await network.hash();
    const next = ['sourceKey,personKey,date,minutes', 'a,P2,01.05.2024,120', 'b,P1,02.05.2024,60', 'd,P3,03.05.2024,'];
    const report = await network.bring('participations', next, { mayDrop: true });
    expect(report.counts).toMatchObject({ new: 1, changed: 1, unchanged: 1, removed: 1 });
    expect(await network.hash()).not.toBe(before);
    const { entries } = await network.undo(3);
    expect(entries.map(({ id }) => id)).toEqual([3]);
    expect(await network.hash()).toBe(before);
    expect((await network.journal()).map(({ id, outcome }) => [id, outcome])).toEqual([
      [3, 'UNDONE'],
      [2, 'COMMITTED'],
      [1, 'COMMITTED'],
    ]);
    expect(await network.rows('select * from record_image')).toEqual([]);
  });

  test('undoing an import takes the later ones back with it, to any of the last five', async () => {
    const hashes = [await network.hash()];
    await network.bring('persons', PERSONS);
    for (const minutes of [1, 2, 3, 4, 5]) {
      hashes.push(await network.hash());
      await network.bring('participations', ['sourceKey,personKey,date,minutes', `a,P1,2024-05-01,${minutes}`]);
    }
    await expect(network.undo(1)).rejects.toMatchObject({
      code: 'IMPORT_TOO_OLD',
      message: expect.stringContaining('accepted: 6, 5, 4, 3, 2'),
    });
    await expect(network.undo(9)).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN' });
    expect((await network.undo(4)).entries.map(({ id }) => id)).toEqual([6, 5, 4]);
    expect(await network.hash()).toBe(hashes[3]);
    expect((await network.undo(2)).entries.map(({ id }) => id)).toEqual([3, 2]);
    expect(await network.hash()).toBe(hashes[1]);
    await expect(network.undo(1)).rejects.toMatchObject({ code: 'IMPORT_TOO_OLD' });
  });

  test('rows at fault stop the import, are told by place and rule, and stand in a file that can be corrected', async () => {
    await network.bring('persons', PERSONS);
    const before = await network.hash();
    const lines = [
      'sourceKey,personKey,date,minutes',
      'a,P1,31.04.2024,120',
      'b,P1,02.05.2024,60',
      'c,P9,02.05.2024,30',
      'd,P1,02.05.2024,2000',
      'e,P1,,5',
    ];
    const failing = network.bring('participations', lines);
    await expect(failing).rejects.toMatchObject({ code: 'ROWS_REJECTED' });
    const report = await failing.catch((error: { report: unknown }) => error.report);
    expect(report).toMatchObject({
      counts: { read: 5, new: 1, rejected: 4 },
      faults: [
        { row: 2, column: 'C "date"', rule: 'DAY_IMPOSSIBLE' },
        { row: 4, column: 'B "personKey"', rule: 'PERSON_UNKNOWN' },
        { row: 5, column: 'D "minutes"', rule: 'MINUTES_OUT_OF_RANGE' },
        { row: 6, column: 'C "date"', rule: 'VALUE_MISSING' },
      ],
    });
    expect(await network.hash()).toBe(before);
    expect((await network.journal())[0]).toMatchObject({ id: 2, outcome: 'REFUSED', reason: 'ROWS_REJECTED', rows_rejected: 4 });

    const good = await network.bring('participations', lines, { allowedFaults: { count: 80, unit: 'percent' } });
    expect(good.counts).toMatchObject({ new: 1, rejected: 4, removed: 0 });
    const rejected = await readFile(join(network.folder, 'participations.csv.rejected.csv'), 'utf8');
    expect(rejected.split(/\r?\n/)[0]).toBe('sourceKey,personKey,date,minutes,row,column,value,rule,hint');
    expect(rejected).toContain('d,P1,02.05.2024,2000,5,');
    const corrected = rejected
      .replace('31.04.2024', '30.04.2024')
      .replace('P9', 'P2')
      .replace('2000', '200')
      .replace('e,P1,,', 'e,P1,01.01.2024,');
    expect(await counts(network.bring('participations', corrected))).toMatchObject({ read: 4, new: 4, removed: 0, rejected: 0 });
  });

  test('a long cell at fault is told by its beginning, and stands whole in its own column of the refused rows', async () => {
    const long = 'ж'.repeat(4_000);
    const report = await network.bring('persons', ['sourceKey,sex', `a,${long}`], { allowedFaults: { count: 1, unit: 'rows' } });
    const told = `${'ж'.repeat(199)}…`;
    expect(report.faults).toMatchObject([{ row: 2, column: 'B "sex"', value: told }]);
    const [, rejected] = (await readFile(join(network.folder, 'persons.csv.rejected.csv'), 'utf8')).split('\r\n');
    expect(rejected).toMatch(new RegExp(`^a,${long},2,[^,]+,${told},WORD_UNKNOWN,`));
  });

  test('one row more than allowed is too many', async () => {
    const lines = ['sourceKey,sex', 'a,X', 'b,X', 'c,F'];
    await expect(network.bring('persons', lines, { allowedFaults: { count: 1, unit: 'rows' } })).rejects.toMatchObject({
      code: 'ROWS_REJECTED',
    });
    await expect(network.bring('persons', lines, { allowedFaults: { count: 66, unit: 'percent' } })).rejects.toMatchObject({
      code: 'ROWS_REJECTED',
    });
    expect(await counts(network.bring('persons', lines, { allowedFaults: { count: 2, unit: 'rows' } }))).toMatchObject({
      new: 1,
      rejected: 2,
    });
  });

  test('a file with refused rows removes nothing', async () => {
    await network.bring('persons', PERSONS);
    const report = await network.bring('persons', ['sourceKey,sex', 'P1,X'], { allowedFaults: { count: 1, unit: 'rows' } });
    expect(report.counts).toMatchObject({ rejected: 1, removed: 0 });
    expect(await network.rows('select source_key from record_person')).toHaveLength(3);
  });

  test('a file of which more than 30 % would go is stopped until that is allowed', async () => {
    await network.bring('persons', personsOf(10));
    const before = await network.hash();
    await expect(network.bring('persons', personsOf(6))).rejects.toMatchObject({ code: 'DROP_GUARD', report: { counts: { removed: 4 } } });
    expect(await network.hash()).toBe(before);
    expect(await counts(network.bring('persons', personsOf(7)))).toMatchObject({ removed: 3, unchanged: 7 });
    expect(await counts(network.bring('persons', personsOf(1), { mayDrop: true }))).toMatchObject({ removed: 6 });
    expect((await network.journal())[2]).toMatchObject({ outcome: 'REFUSED', reason: 'DROP_GUARD' });
  });

  test('an incremental mapping and another source remove nothing', async () => {
    await network.bring('persons', PERSONS);
    const mapping = 'version: 1\nkind: persons\nmode: incremental\ncolumns: { sourceKey: sourceKey, sex: sex }';
    expect(await counts(network.bring('persons', ['sourceKey,sex', 'P4,F'], { mapping }))).toMatchObject({ new: 1, removed: 0 });
    const other = 'version: 1\nkind: persons\nsource: platform\ncolumns: { sourceKey: sourceKey, sex: sex }';
    expect(await counts(network.bring('persons', ['sourceKey,sex', 'P1,F'], { mapping: other }))).toMatchObject({ new: 1, removed: 0 });
    expect(await network.rows('select source, source_key from record_person order by source, source_key')).toHaveLength(5);
  });

  test('persons whom others refer to are kept, and go with the next file after those', async () => {
    await network.bring('persons', PERSONS);
    await network.bring('participations', PARTICIPATIONS);
    const fewer = ['sourceKey', 'P1'];
    expect(await counts(network.bring('persons', fewer, { mayDrop: true }))).toMatchObject({ removed: 1, kept: 1 });
    await network.bring('participations', PARTICIPATIONS.slice(0, 3), { mayDrop: true });
    expect(await counts(network.bring('persons', fewer, { mayDrop: true }))).toMatchObject({ removed: 1, kept: 0 });
  });

  test('a row that stands twice comes in once; rows of one key that differ are all refused', async () => {
    const same = ['sourceKey,sex', 'P1,F', 'P2,M', 'P1,F'];
    expect(await counts(network.bring('persons', same))).toMatchObject({ read: 3, new: 2, repeated: 1 });
    const different = network.bring('persons', ['sourceKey,sex', 'P1,F', 'P2,M', 'P1,M'], { mayDrop: true });
    await expect(different).rejects.toMatchObject({
      report: {
        faults: [
          { row: 2, rule: 'KEY_REPEATED', column: 'A "sourceKey"' },
          { row: 4, rule: 'KEY_REPEATED' },
        ],
      },
    });
  });

  test('an import restricts a person and never takes a restriction back', async () => {
    await network.bring('persons', ['sourceKey,blocked', 'P1,да', 'P2,нет']);
    expect(await counts(network.bring('persons', ['sourceKey,blocked', 'P1,нет', 'P2,да']))).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await network.rows('select source_key, blocked from record_person order by source_key')).toEqual([
      { source_key: 'P1', blocked: 1 },
      { source_key: 'P2', blocked: 1 },
    ]);
  });

  test('who was erased does not come back, nor do their rows', async () => {
    await network.bring('persons', PERSONS);
    await network.rows(
      `update record_person set erased_at = '2026-02-01T00:00:00Z', birth_date = null, sex = 'U', joined_on = null where source_key = 'P1'`,
    );
    expect(await counts(network.bring('persons', [...PERSONS, 'P4,,F,,']))).toMatchObject({ new: 1, changed: 0, unchanged: 2, erased: 1 });
    expect(await counts(network.bring('participations', PARTICIPATIONS))).toMatchObject({ new: 1, erased: 2 });
    expect(await network.rows(`select sex, birth_date from record_person where source_key = 'P1'`)).toEqual([
      { sex: 'U', birth_date: null },
    ]);
    expect(await network.rows('select source_key from record_participation')).toEqual([{ source_key: 'c' }]);
  });

  test('donors and requesters are made of keys alone, and go with the import that made them', async () => {
    const empty = await network.hash();
    const donations = ['sourceKey,donorKey,kind,amount,unit,date', 'd1,D1,BLOOD,,,2024-05-01', 'd2,D1,MONEY,"1 500,5",KZT,02.05.2024'];
    await network.bring('donations', donations);
    await network.bring('help-requests', ['sourceKey,requesterKey,category,openedAt', 'h1,R1,FOOD,2024-05-01']);
    await network.bring('search-cases', ['sourceKey,openedAt,closedAt,outcome,teams', 's1,2024-05-01,2024-05-02,FOUND_ALIVE,3']);
    expect(await network.rows('select source_key from record_donor')).toEqual([{ source_key: 'D1' }]);
    expect(await network.rows('select amount, unit from record_donation order by source_key')).toEqual([
      { amount: null, unit: null },
      { amount: 1500.5, unit: 'KZT' },
    ]);
    await network.undo(1);
    expect(await network.hash()).toBe(empty);
  });

  test('the journal says who brought what, when and how', async () => {
    await network.bring('persons', PERSONS);
    const [entry] = await network.journal();
    expect(entry).toMatchObject({
      id: 1,
      kind: 'persons',
      source: 'main',
      mode: 'full',
      actor: 'steward@office',
      file_name: 'persons.csv',
      file_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      mapping_name: 'built-in',
      mapping_version: 1,
      rows_read: 3,
      rows_new: 3,
      outcome: 'COMMITTED',
    });
    expect(entry?.duration_ms).toBeGreaterThan(0);
  });

  test('a second importer is refused with the name and the age of the first', async () => {
    await network.bring('persons', PERSONS, { isCommitted: false });
    const at = { url: network.place.databaseUrl, file: join(network.folder, 'atlantis.sqlite') };
    const lock = await takeImportLock(at, 'other@desk (process 7)', new Date('2026-02-28T23:59:00Z'));
    if (!('release' in lock)) throw new Error('the lock is taken');
    const second = network.bring('persons', PERSONS);
    await expect(second).rejects.toMatchObject({
      code: 'IMPORT_LOCKED',
      message: expect.stringMatching(/^other@desk \(process 7\) is importing since \d{4}-/),
    });
    await expect(network.bring('persons', PERSONS, { isCommitted: false })).resolves.toMatchObject({ counts: { new: 3 } });
    await lock.release();
    await expect(network.bring('persons', PERSONS)).resolves.toMatchObject({ importId: 1 });
  });

  test('corrected rows remove nothing, also where the columns that were added are gone', async () => {
    await network.bring('persons', personsOf(10));
    const report = await network.bring('persons', personsOf(8), { fileName: 'persons.csv.rejected.csv' });
    expect(report).toMatchObject({ mapping: { mode: 'incremental' }, counts: { unchanged: 8, removed: 0 } });
  });

  test('a file without a header is refused, and nothing of its rows is told', async () => {
    const refused = network.bring('persons', ['Иванов Пётр;мужской;Омск', 'Петрова Анна;женский;Тара']);
    await expect(refused).rejects.toMatchObject({ code: 'COLUMN_MISSING', message: expect.not.stringMatching(/Иванов|мужской|Омск/) });
    const known = network.bring('persons', ['birthDate,Иванов Пётр', '2001-01-01,x']);
    await expect(known).rejects.toMatchObject({
      message: expect.stringMatching(/no column sourceKey; of the others .* it has: birthDate\./),
    });
  });

  test('a pipe is no file, and is not waited for', async () => {
    const file = join(network.folder, 'pipe.csv');
    execFileSync('mkfifo', [file]);
    const request = { file, kind: 'persons', mapping: null, mappingText: '', options: {}, isCommitted: false, mayDrop: false } as const;
    const refused = runImport(network.place, { ...request, allowedFaults: { count: 0, unit: 'rows' }, actor: 'steward@office' });
    await expect(refused).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  test.each([
    ['an unknown kind', 'people', PERSONS, {}, 'KIND_UNKNOWN'],
    [
      'a mapping of another kind',
      'persons',
      PERSONS,
      { mapping: 'version: 1\nkind: search-cases\ncolumns: { a: sourceKey, b: openedAt }' },
      'MAPPING_OTHER_KIND',
    ],
    ['a missing column', 'persons', ['birthDate', '2001-01-01'], {}, 'COLUMN_MISSING'],
    [
      'a missing column of the mapping',
      'persons',
      PERSONS,
      { mapping: 'version: 1\nkind: persons\ncolumns: { sourceKey: sourceKey, Пол: sex }' },
      'COLUMN_MISSING',
    ],
    ['an empty file', 'persons', '', {}, 'FILE_EMPTY'],
  ])('%s is refused', async (_, name, lines, ask, code) => {
    await expect(network.bring(name, lines, ask)).rejects.toMatchObject({ code });
  });
});
