import type { CitationWords, Counted } from './citation-words.ts';
import { fill } from './fill.ts';
import { formatNumber } from './format-number.ts';

/** A number inside words that agree with it: 1 год, 2 года, 5 лет. */
export function countedWords(counted: Counted, n: number, words: CitationWords): string {
  const template = typeof counted === 'string' ? counted : (counted[new Intl.PluralRules(words.language).select(n)] ?? counted.other);
  return fill(template, { n: formatNumber(n, words) });
}
