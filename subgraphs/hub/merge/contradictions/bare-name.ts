import { foldText } from '../../../contract/text/fold-text.ts';
import { placesAt, type PlaceVocabulary, wordsOf } from './place-vocabulary.ts';

/** What may be dropped from a name before it is compared. */
export interface NameVocabulary {
  /** Folded words of legal forms, longest first. */
  readonly legalForms: readonly (readonly string[])[];
  readonly places: PlaceVocabulary;
}

/** A name as it is compared: folded, without legal form and place. */
export interface BareName {
  readonly text: string;
  /** The places that were dropped. */
  readonly places: ReadonlySet<string>;
}

/**
 * Drops legal form and place from a name.
 * Shape   name, vocabulary -> what is left; a name that is nothing but form and place stays whole
 */
export function bareName(name: string, { legalForms, places }: NameVocabulary): BareName {
  const words = withoutLegalForm(wordsOf(foldText(name)), legalForms);
  const left: string[] = [];
  const found = new Set<string>();
  for (let index = 0; index < words.length;) {
    const at = placesAt(words, index, places);
    const longest = at[0]?.words.length ?? 0;
    for (const { place } of at) found.add(place);
    if (longest === 0) left.push(words[index] ?? '');
    index += Math.max(longest, 1);
  }
  return left.length === 0 ? { text: words.join(' '), places: new Set() } : { text: left.join(' '), places: found };
}

/** Two names that are one; those that name different places are told apart by them. */
export function areSameNames(a: BareName, b: BareName): boolean {
  if (a.text !== b.text) return false;
  return a.places.size === 0 || b.places.size === 0 || [...a.places].some((place) => b.places.has(place));
}

/** Legal forms stand before a name, and in Kazakh and Uzbek behind it. */
function withoutLegalForm(words: readonly string[], legalForms: readonly (readonly string[])[]): readonly string[] {
  const before = legalForms.find((form) => form.length < words.length && form.every((word, index) => words[index] === word));
  if (before !== undefined) return words.slice(before.length);
  const behind = legalForms.find(
    (form) => form.length < words.length && form.every((word, index) => words[words.length - form.length + index] === word),
  );
  return behind === undefined ? words : words.slice(0, words.length - behind.length);
}
