import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { temporaryFolder } from '../../../harness/temporary-folder.ts';
import { asObjects, readAll } from './read-all.ts';

/** A few lines of a registry as each language and alphabet would export them; sentences of our own. */
const samples: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Russian: [
    ['Регистрационный номер', 'Район', 'Программа', 'Примечание'],
    ['17', 'Нижегородская область', 'Экологический десант на берегу реки', 'Собрано ещё 240 кг'],
    ['18', 'Усть-Каменогорск', 'Помощь пожилым людям зимой', 'Объём работ уточняется'],
  ],
  Kazakh: [
    ['Тіркеу нөмірі', 'Аудан', 'Бағдарлама', 'Ескертпе'],
    ['17', 'Өскемен қаласы', 'Өзен жағасындағы экологиялық сенбілік', 'Тағы 240 кг жиналды'],
    ['18', 'Шығыс Қазақстан облысы', 'Қыста қарттарға көмек көрсету', 'Жұмыс көлемі нақтылануда'],
  ],
  'Uzbek in Cyrillic letters': [
    ['Рўйхат рақами', 'Туман', 'Дастур', 'Изоҳ'],
    ['17', 'Фарғона шаҳри', 'Дарё бўйидаги экологик ҳашар', 'Яна 240 кг йиғилди'],
    ['18', 'Қашқадарё вилояти', 'Қишда кексаларга ёрдам', 'Иш ҳажми аниқланмоқда'],
  ],
  // As written where the code page lacks Қ, Ғ and Ҳ.
  'Uzbek in the letters of Windows-1251': [
    ['Руйхат раками', 'Туман', 'Дастур', 'Изох'],
    ['17', 'Фаргона шахри', 'Дарё бўйидаги экологик хашар', 'Яна 240 кг йигилди'],
    ['18', 'Кашкадарё вилояти', 'Кишда кексаларга ёрдам', 'Иш хажми аникланмокда'],
  ],
  'Uzbek in Latin letters': [
    ['Roʻyxat raqami', 'Tuman', 'Dastur', 'Izoh'],
    ['17', 'Fargʻona shahri', 'Daryo boʻyidagi ekologik hashar', 'Yana 240 kg yigʻildi'],
    ['18', 'Qashqadaryo viloyati', 'Qishda keksalarga yordam', 'Ish hajmi aniqlanmoqda'],
  ],
  'Uzbek with curled apostrophes': [
    ['Ro‘yxat raqami', 'Tuman', 'Dastur', 'Izoh'],
    ['17', 'Farg‘ona shahri', 'Daryo bo‘yidagi ekologik hashar', 'Yana 240 kg yig‘ildi'],
    ['18', 'Qashqadaryo viloyati', 'Qishda keksalarga yordam', 'Ish hajmi aniqlanmoqda'],
  ],
};

const encodings = [
  { name: 'utf-8', addBOM: false },
  { name: 'utf-8', addBOM: true },
  { name: 'utf-16le', addBOM: false },
  { name: 'utf-16le', addBOM: true },
  { name: 'utf-16be', addBOM: false },
  { name: 'utf-16be', addBOM: true },
  { name: 'windows-1251', addBOM: false },
  { name: 'rk1048', addBOM: false },
  { name: 'cp866', addBOM: false },
  { name: 'koi8-r', addBOM: false },
  { name: 'iso-8859-5', addBOM: false },
];

const textOf = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join(';')).join('\r\n');

/** Every sample in every encoding that has all its letters. */
const cases = Object.entries(samples).flatMap(([language, rows]) =>
  encodings.flatMap(({ name, addBOM }) => {
    const bytes = iconv.encode(textOf(rows), name, { addBOM });
    return iconv.decode(bytes, name) === textOf(rows) ? [{ language, rows, name, addBOM, bytes }] : [];
  }),
);

const folder = await temporaryFolder();

test('more than 25 samples can be written', () => expect(cases.length).toBeGreaterThanOrEqual(45));

test.each(cases)('$language in $name, mark $addBOM', async ({ language, rows, name, addBOM, bytes }) => {
  const file = join(folder, `${language}-${name}-${addBOM}.csv`);
  writeFileSync(file, bytes);
  const read = await readAll(file);
  const [headers = [], ...expected] = rows;
  expect(asObjects(read)).toEqual(expected.map((cells) => Object.fromEntries(headers.map((header, index) => [header, cells[index]]))));
  // Russian, and what has the same bytes in both code pages, may be told as either.
  expect(iconv.encode(textOf(rows), read.table.encoding ?? '')).toEqual(iconv.encode(textOf(rows), name));
  expect(read.table.hasByteOrderMark).toBe(addBOM);
});

function write(name: string, bytes: Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

describe('what cannot be told or decoded', () => {
  const header = 'Номер;Место\n';

  test('UTF-8 that breaks late in a large file is refused where it breaks', async () => {
    const lines = Buffer.from(`${header}${'17;Алматы\n'.repeat(60_000)}`);
    const file = write('late.csv', Buffer.concat([lines, iconv.encode('18;Ош\n', 'windows-1251'), Buffer.from('19;Бишкек\n')]));
    const { rows } = await readAll(file);
    expect(rows).toHaveLength(60_002);
    expect(
      rows.filter(({ faults }) => faults).map(({ row, faults }) => [row, faults?.map(({ code, column }) => [code, column?.letter])]),
    ).toEqual([[60_002, [['ENCODING_BROKEN', 'B']]]]);
  });

  test('Kazakh letters that first appear late in a file taken for Windows-1251 are refused, not misread', async () => {
    const text = `${header}${'17;Нижний Новгород\n'.repeat(20_000)}18;Қарағанды\n`;
    const file = write('late-kazakh.csv', iconv.encode(text, 'rk1048'));
    const { table, rows } = await readAll(file);
    expect(table.encoding).toBe('windows-1251');
    expect(rows.filter(({ faults }) => faults).map(({ row }) => row)).toEqual([20_002]);
    const named = await readAll(file, { encoding: 'kz-1048' });
    expect(named.rows.at(-1)?.cells).toEqual(['18', 'Қарағанды']);
  });

  test('a replacement character that an earlier program left is text', async () => {
    const { rows } = await readAll(write('replaced.csv', Buffer.from(`${header}17;Алма\uFFFDы\n`)));
    expect(rows).toEqual([{ row: 2, cells: ['17', 'Алма\uFFFDы'] }]);
  });

  test('an encoding that is named is used, whatever the bytes look like', async () => {
    const file = write('named.csv', iconv.encode(`${header}17;Алматы\n`, 'cp866'));
    expect((await readAll(file, { encoding: 'CP866' })).rows[0]?.cells).toEqual(['17', 'Алматы']);
    await expect(readAll(file, { encoding: 'cp-none' })).rejects.toMatchObject({ code: 'OPTION_INVALID' });
  });

  test('Cyrillic that only begins after a megabyte of Latin letters decides the encoding', async () => {
    const file = write(
      'late-start.csv',
      iconv.encode(`number;place\n${'17;Almaty\n'.repeat(130_000)}18;Нижний Новгород и область\n`, 'koi8-r'),
    );
    const { table, rows } = await readAll(file);
    expect([table.encoding, rows.at(-1)?.cells[1]]).toEqual(['koi8-r', 'Нижний Новгород и область']);
  });

  test('a language that no encoding of the region has is asked for', async () => {
    const file = write('greek.csv', iconv.encode('Αριθμός;Τόπος\n17;Θεσσαλονίκη και η περιοχή της\n', 'iso-8859-7'));
    await expect(readAll(file)).rejects.toMatchObject({ code: 'ENCODING_UNKNOWN', accepted: expect.arrayContaining(['rk1048']) });
  });
});
