import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { neutralizedText, restoredText } from '../../../../subgraphs/national/intake/reading/neutralized-text.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-cmd', "'-cmd"],
  ['+7 (727) 250-00-00', "'+7 (727) 250-00-00"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['＝1+1', "'＝1+1"],
  ['＠x', "'＠x"],
  ["'=1+1", "''=1+1"],
  ['-', "'-"],
])('the text %j is written %j', (text, written) => expect(neutralizedText(text)).toBe(written));

test.each(['-5', '-1 234,5', '+7', '-1.5E-3', '-12,5%', 'a=b', "O'tkir", "'quoted'", 'Алматы', '1+1', ''])('%j stays', (text) =>
  expect(neutralizedText(text)).toBe(text),
);

test('whatever is written comes back exactly', () => {
  const dangerous = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '5', 'a', ' ', ',') });
  fc.assert(fc.property(fc.oneof(dangerous, fc.string({ unit: 'binary' })), (text) => restoredText(neutralizedText(text)) === text));
});
