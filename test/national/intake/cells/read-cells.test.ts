import { assert, date, property } from 'fast-check';
import { expect, test } from '@jest/globals';
import { CellFault } from '../../../../subgraphs/national/intake/cells/cell-faults.ts';
import { readDay, usualDateForms } from '../../../../subgraphs/national/intake/cells/read-day.ts';
import { readDecimal } from '../../../../subgraphs/national/intake/cells/read-decimal.ts';
import { readFlag } from '../../../../subgraphs/national/intake/cells/read-flag.ts';
import { readMinutes } from '../../../../subgraphs/national/intake/cells/read-minutes.ts';

const usual = { forms: usualDateForms, timeZone: 'Asia/Almaty', today: '2026-03-01' };
const codeOr = (value: string | number | CellFault): string | number => (value instanceof CellFault ? value.code : value);

test.each([
  ['2024-02-01', '2024-02-01'],
  ['01.02.2024', '2024-02-01'],
  ['1.2.2024', '2024-02-01'],
  ['01/02/2024', '2024-02-01'],
  ['01.02.2024 13:45', '2024-02-01'],
  ['01.02.2024 г.', '2024-02-01'],
  ['01.02.24', '2024-02-01'],
  ['01.02.26', '2026-02-01'],
  ['01.02.27', '1927-02-01'],
  ['01 фев 2024', '2024-02-01'],
  ['1 февраля 2024 года', '2024-02-01'],
  ['1 ақпан 2024', '2024-02-01'],
  ['31 мамыр 2024 ж.', '2024-05-31'],
  ['30 маусым 2024', '2024-06-30'],
  ['1 fevral 2024', '2024-02-01'],
  ['9 May 2024', '2024-05-09'],
  ['29.02.2024', '2024-02-29'],
  ['29.02.2023', 'DAY_IMPOSSIBLE'],
  ['31.04.2024', 'DAY_IMPOSSIBLE'],
  ['00.01.2024', 'DAY_IMPOSSIBLE'],
  ['2024-13-01', 'DAY_IMPOSSIBLE'],
  ['45323', 'DAY_UNREADABLE'],
  ['2024', 'DAY_UNREADABLE'],
  ['01.02', 'DAY_UNREADABLE'],
  ['1 мартобря 2024', '2024-03-01'],
  ['1 брюмера 2024', 'DAY_UNREADABLE'],
])('the cell %s is %s', (cell, day) => expect(codeOr(readDay(cell, usual))).toBe(day));

test.each([
  ['Kazakhstan before 1 March 2024, UTC+6', '2024-02-28T18:30:00Z', '2024-02-29'],
  ['Kazakhstan since, UTC+5', '2024-03-05T18:30:00Z', '2024-03-05'],
  ['an offset of its own', '2024-03-05T23:30:00+05:00', '2024-03-05'],
  ['an instant that is none', '2024-03-45T23:30:00Z', 'DAY_IMPOSSIBLE'],
  ['a day that is in no month', '2024-02-31T10:00:00Z', 'DAY_IMPOSSIBLE'],
  ['a leap day of no leap year', '2023-02-29 10:00+05:00', 'DAY_IMPOSSIBLE'],
  ['an hour that is none', '2024-02-01T25:00:00Z', 'DAY_IMPOSSIBLE'],
  ['the end of a day, which is the next', '2024-02-28T24:00:00+06:00', '2024-02-29'],
  ['a day after the last', '9999-12-31T23:30:00Z', 'DAY_IMPOSSIBLE'],
  ['a year of three digits', '0988-07-28T10:00:00Z', '0988-07-28'],
])('an instant has the day of the network: %s', (_, cell, day) => expect(codeOr(readDay(cell, usual))).toBe(day));

test.each([
  ['excel-1900', '45323', '2024-02-01'],
  ['excel-1900', '45323,5', '2024-02-01'],
  ['excel-1900', '59', '1900-02-28'],
  ['excel-1900', '60', 'DAY_IMPOSSIBLE'],
  ['excel-1900', '61', '1900-03-01'],
  ['excel-1900', '0', 'DAY_IMPOSSIBLE'],
  ['excel-1900', '9999999', 'DAY_IMPOSSIBLE'],
  ['excel-1904', '43861', '2024-02-01'],
  ['excel-1900', '2958465', '9999-12-31'],
  ['excel-1904', '0', '1904-01-01'],
  ['excel-1904', '2957003', '9999-12-31'],
  ['excel-1904', '2957004', 'DAY_IMPOSSIBLE'],
  ['excel-1904', '2958465', 'DAY_IMPOSSIBLE'],
] as const)('a serial of %s, %s, is %s', (form, cell, day) => expect(codeOr(readDay(cell, { ...usual, forms: [form] }))).toBe(day));

test.each([
  ['2024-07-27', '2024-07-27'],
  ['2024-07-27T13:45:00', '2024-07-27'],
  ['2024-13-27', 'DAY_IMPOSSIBLE'],
  ['27 июля 2024', 'DAY_UNREADABLE'],
])('a day of ISO is read whatever forms the mapping lists, no other form is: %s is %s', (cell, day) =>
  expect(codeOr(readDay(cell, { ...usual, forms: ['dd.mm.yyyy'] }))).toBe(day),
);

test('a month comes first only where the mapping says so', () => {
  expect(readDay('02/01/2024', { ...usual, forms: ['mm/dd/yyyy'] })).toBe('2024-02-01');
  expect(codeOr(readDay('02/13/2024', usual))).toBe('DAY_IMPOSSIBLE');
});

test('every day is read alike from every form that writes it', () => {
  const days = date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
  assert(
    property(days, (day) => {
      const iso = day.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = iso.split('-');
      const serial = String((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
      expect(readDay(`${dayOfMonth}.${month}.${year}`, usual)).toBe(iso);
      expect(readDay(serial, { ...usual, forms: ['excel-1900'] })).toBe(iso);
    }),
  );
});

test.each([
  ['1234', null, 1234],
  ['1234,5', null, 1234.5],
  ['1 234,5', null, 1234.5],
  ['1\u00A0234\u00A0567', null, 1234567],
  ['1\u202F234,5', null, 1234.5],
  ['12.5', null, 12.5],
  ['1.234', null, 'NUMBER_UNREADABLE'],
  ['1.234', 'point', 1.234],
  ['1,234', null, 1.234],
  ['1,234', 'point', 'NUMBER_UNREADABLE'],
  ['1.5', 'comma', 'NUMBER_UNREADABLE'],
  ['−3', null, -3],
  ['12 34', null, 'NUMBER_UNREADABLE'],
  ['1e3', null, 'NUMBER_UNREADABLE'],
  ['', null, 'NUMBER_UNREADABLE'],
  ['=2+2', null, 'NUMBER_UNREADABLE'],
] as const)('the number %s (%s) is %s', (cell, sign, number) => expect(codeOr(readDecimal(cell, sign))).toBe(number));

test.each([
  ['2,5', 'hours', 150],
  ['2:30', 'hours', 150],
  ['0,33', 'hours', 20],
  ['16', 'hours', 960],
  ['16,1', 'hours', 'MINUTES_OUT_OF_RANGE'],
  ['-1', 'hours', 'MINUTES_OUT_OF_RANGE'],
  ['150', 'minutes', 150],
  ['2:30', 'minutes', 'NUMBER_UNREADABLE'],
  ['02:30:00', 'minutes', 150],
  ['961', 'minutes', 'MINUTES_OUT_OF_RANGE'],
] as const)('a time of %s %s is %s minutes', (cell, unit, minutes) => expect(codeOr(readMinutes(cell, unit, null))).toBe(minutes));

test.each([
  ['Да', 1],
  ['ИӘ', 1],
  ["yo'q", 0],
  ['yoʻq', 0],
  ['жоқ', 0],
  ['true', 1],
  ['maybe', 'FLAG_UNREADABLE'],
])('the word %s is %s', (cell, flag) => expect(codeOr(readFlag(cell))).toBe(flag));
