import type { CitationWords, DurationUnit } from './citation-words.ts';
import type { CitedPeriod } from './cited-figure.ts';
import { countedWords } from './counted-words.ts';

/** A period as EDTF; without a date the word for that, with the length in brackets where one is told. */
export function periodPhrase({ edtf, duration, isRecurring, isInferred }: CitedPeriod, words: CitationWords): string {
  if (edtf !== null) return datePhrase(edtf, isInferred);
  return duration === null ? words.undated : `${words.undated} (${durationPhrase(duration, isRecurring, words)})`;
}

/** A date as EDTF; one that was inferred says so once, in place of its marks of doubt: 2024-08? becomes 2024-08 (?). */
export function datePhrase(edtf: string, isInferred: boolean): string {
  return isInferred ? `${edtf.replaceAll('?', '').replaceAll('%', '~')} (?)` : edtf;
}

/** A length of one unit in words; any other is shown as it is written. */
function durationPhrase(duration: string, isRecurring: boolean, words: CitationWords): string {
  const [, number, unit] = /^P(\d+)([YMWD])$/.exec(duration) ?? [];
  if (number === undefined || unit === undefined) return duration;
  if (!isRecurring) return countedWords(words.durations[unit as DurationUnit], Number(number), words);
  return number === '1' ? words.recurring[unit as DurationUnit] : duration;
}
