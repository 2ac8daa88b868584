import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { network as atlantis } from '../../../conformance/networks/atlantis/network.ts';
import { databases } from '../../open-history.ts';
import { type OpenImport, openImport } from './open-import.ts';

const read = (file: string): Promise<string> => readFile(fileURLToPath(new URL(file, atlantis.dataFolder)), 'utf8');
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
