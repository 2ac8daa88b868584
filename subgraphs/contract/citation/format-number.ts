import type { CitationWords } from './citation-words.ts';

// Plain digits are the same everywhere: browsers have no number format of their own for Kazakh and Uzbek.
const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });

/** A number with the separators of a language: 240 000 and 51,5 with no-break spaces, or 240,000 and 51.5. */
export function formatNumber(value: number, { thousands, decimal }: Pick<CitationWords, 'thousands' | 'decimal'>): string {
  return digits.format(value).replace(/[,.]/g, (separator) => (separator === ',' ? thousands : decimal));
}
