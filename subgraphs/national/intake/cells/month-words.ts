/** Beginnings of the months' names in Russian, Kazakh, Uzbek (both scripts) and English, January first. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['янв', 'қаң', 'кан', 'yan', 'jan'],
  ['фев', 'ақп', 'акп', 'fev', 'feb'],
  ['мар', 'нау', 'mar'],
  ['апр', 'сәу', 'сау', 'apr'],
  ['май', 'мая', 'мам', 'may'],
  ['июн', 'мау', 'iyun', 'jun'],
  ['июл', 'шіл', 'шил', 'iyul', 'jul'],
  ['авг', 'там', 'avg', 'aug'],
  ['сен', 'қыр', 'кыр', 'sen', 'sep'],
  ['окт', 'қаз', 'каз', 'okt', 'oct'],
  ['ноя', 'қар', 'кар', 'noy', 'nov'],
  ['дек', 'жел', 'dek', 'dec'],
];

/** The month of a word in any of the languages and any ending, 1 to 12; null when it is none. */
export function monthOf(word: string): number | null {
  const folded = word.toLowerCase();
  const index = BEGINNINGS.findIndex((beginnings) => beginnings.some((beginning) => folded.startsWith(beginning)));
  return index === -1 ? null : index + 1;
}
