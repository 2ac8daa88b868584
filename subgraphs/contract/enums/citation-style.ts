import { defineEnum } from './define-enum.ts';

/** How much of a citation to write. Input only. */
export const CitationStyle = defineEnum('CitationStyle', 'How much of a citation to write.', {
  SHORT: 'The first sentence: what, where, when, how many.',
  FULL: 'All sentences: also the definition, the source, the record and what is missing.',
});
export type CitationStyle = keyof typeof CitationStyle;
