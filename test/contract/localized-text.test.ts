import { expect, test } from '@jest/globals';
import { localized } from '../../subgraphs/contract/values/localized-text.ts';

test('a text is given as asked, else in its original, in Russian, in English, in any', () => {
  const name = { kk: 'Жеңіс', ru: 'Победа', original: 'Жеңіс', originalLanguage: 'kk' };
  expect(localized(name, 'RU')).toBe('Победа');
  expect(localized(name, 'UZ')).toBe('Жеңіс');
  expect(localized(name)).toBe('Жеңіс');
  expect(localized({ ru: 'Победа', en: 'Victory' }, 'KK')).toBe('Победа');
  expect(localized({ en: 'Victory', uz: 'Gʻalaba' }, 'KK')).toBe('Victory');
  expect(localized({ uz: 'Gʻalaba' }, 'KK')).toBe('Gʻalaba');
  expect(localized({}, 'KK')).toBeNull();
  expect(localized(null, 'KK')).toBeNull();
});
