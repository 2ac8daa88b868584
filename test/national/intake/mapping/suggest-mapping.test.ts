import { expect, test } from '@jest/globals';
import { readMapping } from '../../../../subgraphs/national/intake/mapping/read-mapping.ts';
import { suggestMapping } from '../../../../subgraphs/national/intake/mapping/suggest-mapping.ts';

const table = (headers: readonly string[]) => ({ headers, encoding: 'windows-1251', separator: ';', format: 'CSV', sheet: null }) as const;

test.each([
  ['Russian', ['№ записи', 'Код волонтёра', 'Дата участия', 'Отработано часов', 'Код акции'], 'participations', { minutes: 'hours' }],
  ['Kazakh', ['Жазба нөмірі', 'Еріктінің коды', 'Күні', 'Сағат'], 'participations', { minutes: 'hours' }],
  ['Uzbek', ['Yozuv raqami', "Ko'ngilli kodi", 'Sana', 'Daqiqa'], 'participations', { minutes: undefined }],
  ['English', ['record id', 'volunteer id', 'date', 'hours'], 'participations', { minutes: 'hours' }],
  ['Russian persons', ['Код', 'Дата рождения', 'Пол', 'Область', 'Дата регистрации', 'Фамилия'], 'persons', {}],
  ['Russian donations', ['Номер', 'Донор', 'Вид', 'Количество', 'Дата'], 'donations', {}],
  ['Kazakh help', ['Нөмірі', 'Өтініш беруші', 'Көмек түрі', 'Облыс', 'Өтініш күні'], 'help-requests', {}],
])('%s headers give a mapping that can be read', (_, headers, kind, units) => {
  const draft = suggestMapping(table(headers), []);
  expect(draft).toMatchObject({ kind, missing: [] });
  const mapping = readMapping('draft.yaml', draft.text);
  expect(mapping).toMatchObject({ kind, format: { encoding: 'windows-1251', separator: ';' } });
  for (const [field, unit] of Object.entries(units)) expect(mapping.columns.find((column) => column.field === field)?.unit).toBe(unit);
});

test.each([
  [
    'Russian',
    'statements',
    ['№', 'Показатель', 'Значение', 'Период', 'Регион', 'Источник'],
    ['id', 'indicator', 'value', 'period', 'region', 'source'],
  ],
  ['Kazakh', 'organizations', ['Нөмірі', 'Атауы', 'Түрі', 'Облыс', 'Бағыттары'], ['id', 'name', 'kind', 'region', 'directions']],
  ['Uzbek', 'actions', ['Raqami', 'Nomi', 'Boshlangan sana', 'Tugagan sana', 'Tashkilotchi'], ['id', 'name', 'start', 'end', 'organizers']],
  ['Russian', 'names', ['Код организации', 'Другое название', 'Основание'], ['subject', 'alias', 'basis']],
])('%s headers of a file of %s tell its columns', (_, kind, headers, fields) => {
  const draft = suggestMapping(table(headers), [], kind);
  expect(draft).toMatchObject({ kind, missing: [], unknown: [] });
  expect(readMapping('draft.yaml', draft.text).columns.map(({ field }) => field)).toEqual(fields);
});

test('what no header tells of is said, and columns that nobody knows stay out', () => {
  const draft = suggestMapping(table(['Дата', 'Фамилия']), [], 'participations');
  expect(draft.missing).toEqual(['sourceKey', 'personKey']);
  expect(draft.unknown).toEqual(['Фамилия']);
  expect(draft.text).toContain('# Left out: "Фамилия"');
});

test('serial numbers of days are seen in the cells', () => {
  const draft = suggestMapping(table(['id', 'volunteer', 'date']), [['1', 'V', '45323']], 'participations');
  expect(readMapping('draft.yaml', draft.text).columns.find(({ field }) => field === 'date')?.date).toEqual(['excel-1900']);
});
