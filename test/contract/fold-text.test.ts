import { expect, test } from '@jest/globals';
import { foldText } from '../../subgraphs/contract/text/fold-text.ts';

test.each([
  ['Медицинская молодёжь', 'медицинская МОЛОДЕЖЬ'],
  ['ОФ «QAMQOR CHARITY»', 'оф QAMQOR  charity'],
  ['Oʻzbekiston', "O'zbekiston"],
  ['Oʻzbekiston', 'O‘zbekiston'],
  ['maʼlumot', 'ma`lumot'],
])('%s and %s are one text to a search', (a, b) => {
  expect(foldText(a)).toBe(foldText(b));
});

test('letters that differ stay apart', () => {
  expect(foldText('Қазақстан')).not.toBe(foldText('Казакстан'));
});
