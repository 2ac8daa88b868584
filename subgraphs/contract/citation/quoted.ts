import type { CitationWords } from './citation-words.ts';
import { oneLine } from './one-line.ts';

/** Somebody else's words, in the quotation marks of the language. */
export function quoted(text: string, { quotes: [opening, closing] }: Pick<CitationWords, 'quotes'>): string {
  return `${opening}${oneLine(text)}${closing}`;
}
