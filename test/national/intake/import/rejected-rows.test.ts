import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ImportReport } from '../../../../subgraphs/national/intake/import/import-report.ts';
import { runImport } from '../../../../subgraphs/national/intake/import/run-import.ts';
import { readMapping } from '../../../../subgraphs/national/intake/mapping/read-mapping.ts';
import { databases } from '../../open-history.ts';
import { makeWorkbook, type WorkbookCell } from '../reading/make-workbook.ts';
import { type OpenImport, openImport } from './open-import.ts';

const DAY = { xml: '<c r="{r}" s="1"><v>45500</v></c>' };
const ANY = { count: 100, unit: 'percent' } as const;

let network: OpenImport;
beforeEach(async () => {
  network = await openImport(databases[0]!);
});
afterEach(() => network.close());

const pathOf = (name: string): string => join(network.folder, name);
const rejectedOf = (name: string): Promise<string> => readFile(pathOf(`${name}.rejected.csv`), 'utf8');

/** Brings a file of the folder in; a refused import gives how far it came, with its reason. */
async function bringFile(
  name: string,
  kind: string,
  mapping?: string,
  isCommitted = true,
  allowedFaults: { count: number; unit: 'percent' | 'rows' } = ANY,
) {
  const read = mapping === undefined ? null : readMapping('a.yaml', mapping);
  const request = {
    file: pathOf(name),
    kind,
    mapping: read,
    mappingText: mapping ?? '',
    options: {},
    isCommitted,
    mayDrop: true,
    allowedFaults,
    actor: 'a',
  };
  try {
    return { ...(await runImport(network.place, request)), reason: null };
  } catch (error) {
    const { code, report } = error as { code: string; report: ImportReport | null };
    if (report === null || report === undefined) throw error;
    return { ...report, reason: code };
  }
}

const workbook = (rows: readonly (readonly WorkbookCell[])[]): Buffer =>
  makeWorkbook({ sheets: [{ rows }], formats: ['dd.mm.yyyy', '[h]:mm'] });
const rulesOf = ({ faults }: { faults: readonly { row: number | null; rule: string }[] }) => faults.map(({ rule }) => rule);

/** An object of a file of trainings. */
const training = (key: string, more: string): string => `{"sourceKey":"${key}","personKey":"P1","finishedOn":"2024-07-27"${more}}`;
const TRAININGS = ['sourceKey', 'personKey', 'course', 'finishedOn', 'validUntil'];

const unread: readonly (readonly [string, WorkbookCell, string])[] = [
  ['a formula without a value', { xml: '<c r="{r}"><f>A1&amp;"x"</f></c>' }, '#UNREADABLE =A1&""x""'],
  ['an error', { xml: '<c r="{r}" t="e"><v>#N/A</v></c>' }, '#UNREADABLE #N/A'],
  ['an impossible date', { xml: '<c r="{r}" s="1"><v>60</v></c>' }, '#UNREADABLE 60'],
  ['a number that is none', { xml: '<c r="{r}"><v>many</v></c>' }, '#UNREADABLE many'],
  ['a text that is not there', { xml: '<c r="{r}" t="s"><v>99</v></c>' }, '#UNREADABLE'],
];

test.each(unread)(
  'a cell of a workbook that holds %s is refused again until it is corrected, in a text and in a day',
  async (_, cell, shown) => {
    await network.bring('persons', ['sourceKey', 'P1']);
    const rows = [TRAININGS, ['a', 'P1', cell, DAY, null], ['b', 'P1', 'first aid', DAY, cell]];
    await writeFile(pathOf('t.xlsx'), workbook(rows));
    expect(await bringFile('t.xlsx', 'trainings')).toMatchObject({ counts: { read: 2, new: 0, rejected: 2 } });
    const text = await rejectedOf('t.xlsx');
    expect(text.split(shown)).toHaveLength(3);

    const again = await bringFile('t.xlsx.rejected.csv', 'trainings');
    expect(again.counts).toMatchObject({ read: 2, new: 0, rejected: 2 });
    expect(rulesOf(again)).toEqual(['CELL_UNREADABLE', 'CELL_UNREADABLE']);
    // Refused once more it stands there as before.
    expect((await rejectedOf('t.xlsx.rejected.csv')).split(shown)).toHaveLength(3);

    const lines = text.split('\r\n');
    const corrected = lines.map((line) => line.replace(/(?:"#UNREADABLE(?:[^"]|"")*"|#UNREADABLE[^;]*);/, ';')).join('\r\n');
    await writeFile(pathOf('corrected.csv'), corrected);
    expect((await bringFile('corrected.csv', 'trainings')).counts).toMatchObject({ read: 2, new: 2, rejected: 0 });
    expect(await network.rows('select course, valid_until from record_training order by source_key')).toEqual([
      { course: null, valid_until: null },
      { course: 'first aid', valid_until: null },
    ]);
  },
);

test.each([
  ['an object', '{"plan":[1,{"x":null}],"a":"b"}', '#UNREADABLE {"plan":[1,{"x":null}],"a":"b"}'],
  ['a list of objects', '["x",{"y":true}]', '#UNREADABLE ["x",{"y":true}]'],
  ['a number beyond all', '1e999', '#UNREADABLE 1e999'],
  ['a NUL character', '"a\\u0000b"', '#UNREADABLE a\uFFFDb'],
])('a value of JSON that is %s is refused again until it is corrected', async (_, value, shown) => {
  await network.bring('persons', ['sourceKey', 'P1']);
  await writeFile(pathOf('t.json'), `[${training('a', `,"course":${value}`)},${training('b', `,"validUntil":${value}`)}]`);
  expect((await bringFile('t.json', 'trainings')).counts).toMatchObject({ read: 2, new: 0, rejected: 2 });
  expect((await rejectedOf('t.json')).replaceAll('""', '"').split(shown)).toHaveLength(3);
  expect((await bringFile('t.json.rejected.csv', 'trainings')).counts).toMatchObject({ read: 2, new: 0, rejected: 2 });
});

test('a name that stands twice in an object is refused again: nobody said which value is meant', async () => {
  await writeFile(pathOf('p.json'), '[{"sourceKey":"a","sex":"F","sex":"M"},{"sourceKey":"b","sex":"F","sex ":"M"}]');
  expect((await bringFile('p.json', 'persons')).counts).toMatchObject({ read: 2, rejected: 2 });
  expect((await rejectedOf('p.json')).split('#UNREADABLE F | M')).toHaveLength(3);
  expect((await bringFile('p.json.rejected.csv', 'persons')).counts).toMatchObject({ read: 2, new: 0, rejected: 2 });
});

test('a row with too few or too many cells is refused again until it is corrected', async () => {
  await writeFile(pathOf('p.csv'), 'sourceKey;sex;birthDate;joinedOn\na;F;2001-01-01\nb;M;2001-01-01;2020-01-01;2020-01-02\n');
  expect((await bringFile('p.csv', 'persons')).counts).toMatchObject({ read: 2, rejected: 2 });
  const text = await rejectedOf('p.csv');
  expect(text).toContain('a;F;2001-01-01;#UNREADABLE;2;');
  expect(text).toContain('b;M;2001-01-01;"#UNREADABLE 2020-01-01;2020-01-02";3;');
  expect((await bringFile('p.csv.rejected.csv', 'persons')).counts).toMatchObject({ read: 2, new: 0, rejected: 2 });
  await writeFile(pathOf('p2.csv'), text.replace('#UNREADABLE;2', ';2').replace('"#UNREADABLE 2020-01-01;2020-01-02"', '2020-01-02'));
  expect((await bringFile('p2.csv', 'persons')).counts).toMatchObject({ read: 2, new: 2, rejected: 0 });
});

test('publications are refused again as well', async () => {
  const names = ['id', 'name', 'name_language', 'legal_form', 'kind', 'directions', 'region', 'public_roles', 'possibly_same_as'];
  const row = ['xa:organization:nested', 'Nested', 'en', null, 'NGO', null, null, null, null];
  const cells = names.map((name, index) => [name, name === 'legal_form' ? { deep: [1] } : row[index]] as const);
  await writeFile(pathOf('o.json'), JSON.stringify([Object.fromEntries(cells)]));
  expect((await bringFile('o.json', 'organizations')).counts).toMatchObject({ read: 1, rejected: 1 });
  expect(rulesOf(await bringFile('o.json.rejected.csv', 'organizations'))).toContain('CELL_UNREADABLE');
});

const HOURS = (more: string): string =>
  `version: 1
kind: participations
columns: { n: sourceKey, who: personKey, day: { field: date, date: [dd.mm.yyyy] }, hours: { field: minutes, unit: hours${more} } }
`;

test.each([
  ['no sign', ''],
  ['a comma', ', number: comma'],
  ['a point', ', number: point'],
])('dates and numbers of refused rows mean the same when they come back, under a mapping that names %s', async (_, sign) => {
  await network.bring('persons', ['sourceKey', 'P1']);
  const hours = [1.5, 1.125, 2, { xml: '<c r="{r}" s="2"><v>0.0625</v></c>' }];
  const rows = hours.map((cell, index) => [index + 0.5, 'nobody', DAY, cell]);
  await writeFile(pathOf('h.xlsx'), workbook([['n', 'who', 'day', 'hours'], ...rows]));
  expect((await bringFile('h.xlsx', 'participations', HOURS(sign))).counts).toMatchObject({ rejected: 4 });
  await writeFile(pathOf('h2.csv'), (await rejectedOf('h.xlsx')).replaceAll('nobody', 'P1'));
  expect((await bringFile('h2.csv', 'participations', HOURS(sign))).counts).toMatchObject({ read: 4, new: 4, rejected: 0 });
  expect(await network.rows('select source_key, date, minutes from record_participation order by source_key')).toEqual(
    [90, 68, 120, 90].map((minutes, index) => ({ source_key: `${index}.5`, date: '2024-07-27', minutes })),
  );
});

test('a time of a workbook is read from the rejected file in a column of minutes as well', async () => {
  await network.bring('persons', ['sourceKey', 'P1']);
  await writeFile(
    pathOf('m.xlsx'),
    workbook([
      ['sourceKey', 'personKey', 'date', 'minutes'],
      ['a', 'nobody', DAY, { xml: '<c r="{r}" s="2"><v>0.0625</v></c>' }],
    ]),
  );
  await bringFile('m.xlsx', 'participations');
  await writeFile(pathOf('m2.csv'), (await rejectedOf('m.xlsx')).replace('nobody', 'P1'));
  expect((await bringFile('m2.csv', 'participations')).counts).toMatchObject({ new: 1, rejected: 0 });
  expect(await network.rows('select minutes from record_participation')).toEqual([{ minutes: 90 }]);
});

test.each([
  [
    'a header of two rows',
    'f.csv',
    'format: { headerRow: 2, headerRows: 2 }',
    'Report;\nKey;Sex\nown;own\na;X\n',
    'Key / own',
    'Sex / own',
  ],
  ['objects under a name', 'f.json', 'format: { type: JSON, recordsAt: rows }', '{"rows":[{"k":"a","s":"X"}]}', 'k', 's'],
])('the form that a mapping names is that of the export, not of its refused rows: %s', async (_, name, format, content, key, sex) => {
  const mapping = `version: 1\nkind: persons\n${format}\ncolumns: { "${key}": sourceKey, "${sex}": sex }\n`;
  await writeFile(pathOf(name), content);
  expect((await bringFile(name, 'persons', mapping)).counts).toMatchObject({ rejected: 1 });
  const text = await rejectedOf(name);
  await writeFile(pathOf(`${name}.rejected.csv`), text.replace(';X;', ';F;'));
  expect((await bringFile(`${name}.rejected.csv`, 'persons', mapping)).counts).toMatchObject({ new: 1, rejected: 0 });
});

test.each([
  ['long', 'x'],
  ['of letters of two bytes', 'я'],
])('a name that is %s is cut, so that its refused rows have a file', async (_, letter) => {
  const fill = letter.repeat(Math.floor(240 / Buffer.byteLength(letter)));
  const names = ['1', '2'].map((end) => `${fill}${end}.csv`);
  for (const name of names) {
    await writeFile(pathOf(name), 'sourceKey,sex\na,X\n');
    const { rejectedFile, faults } = await bringFile(name, 'persons');
    expect(faults).toHaveLength(1);
    expect(rejectedFile).toMatch(new RegExp(`^[^\uFFFD]*${letter}{50}[^\uFFFD]*\\.rejected\\.csv$`));
    expect(Buffer.byteLength(basename(rejectedFile!))).toBeLessThanOrEqual(255);
    expect(await readFile(rejectedFile!, 'utf8')).toContain('a,X,2,');
  }
  expect((await readdir(network.folder)).filter((name) => name.endsWith('.rejected.csv'))).toHaveLength(2);
});

test('where the refused rows cannot be written, what is wrong with them is told, and no good row is taken without them', async () => {
  await writeFile(pathOf('p.csv'), 'sourceKey,sex\na,X\nb,F\n');
  await mkdir(pathOf('p.csv.rejected.csv'));
  const told = { rejectedFile: null, rejectedFault: expect.stringContaining(pathOf('p.csv.rejected.csv')), faults: [{ row: 2 }] };
  expect(await bringFile('p.csv', 'persons', undefined, false)).toMatchObject({ ...told, reason: null });
  expect(await bringFile('p.csv', 'persons', undefined, false, { count: 0, unit: 'rows' })).toMatchObject({
    ...told,
    reason: 'ROWS_REJECTED',
  });
  expect(await bringFile('p.csv', 'persons')).toMatchObject({ ...told, reason: 'REJECTED_UNWRITTEN', importId: null });
  expect(await network.rows('select source_key from record_person')).toEqual([]);
  await rm(pathOf('p.csv.rejected.csv'), { recursive: true });
  expect(await bringFile('p.csv', 'persons')).toMatchObject({ rejectedFault: null, counts: { new: 1, rejected: 1 } });
});
