import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { OPEN_END, parseEdtf } from '../../subgraphs/contract/periods/parse-edtf.ts';

test.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['1900-02', '1900-02-01', '1900-02-28'],
  ['2019-11-07/2020?', '2019-11-07', '2020-12-31'],
  ['2015/..', '2015-01-01', OPEN_END],
  ['2023-01?/', '2023-01-01', null],
  ['2023-06-20?/2023-06-21?', '2023-06-20', '2023-06-21'],
  ['2023~', '2023-01-01', '2023-12-31'],
  ['2023-04%', '2023-04-01', '2023-04-30'],
])('%s has the days %s to %s', (text, start, end) => {
  expect(parseEdtf(text)).toMatchObject({ start, end });
});

test.each([
  '',
  '/',
  '../2020',
  '/2020',
  '23',
  '2023-13',
  '2023-00',
  '2023-02-30',
  '2023-1-1',
  '2023?-06',
  '2023/2019',
  '2023/2024/2025',
  '2023-06-20T00:00',
  'last year',
  '[2023]',
  '202X',
  ' 2023',
  '2023-06..',
])('%j is not accepted', (text) => {
  expect(parseEdtf(text)).toBeNull();
});

test('a mark is told and moves no day', () => {
  expect(parseEdtf('2023-06?')).toEqual({ ...parseEdtf('2023-06'), isUncertain: true });
  expect(parseEdtf('2023-06')?.isUncertain).toBe(false);
});

test('every day of the calendar is its own first and last day, and no other text of that form is one', () => {
  const form = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }));
  fc.assert(
    fc.property(form, ([year, month, day]) => {
      const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
      const date = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
      const parsed = parseEdtf(text);
      return exists ? parsed?.start === text && parsed.end === text : parsed === null;
    }),
  );
});
