import { countryNames } from '../../../contract/code-lists/country-names.ts';
import { foldText } from '../../../contract/text/fold-text.ts';
import type { RegionFacts, RegionsByCountry } from '../region-facts.ts';

/** A place as it may stand in a name: its folded words, the last vowel of each cut off where an ending can take its place. */
export interface PlaceName {
  /** Which place: a country code or the id of a region. */
  readonly place: string;
  readonly words: readonly string[];
}

const WORD = /[\p{L}\p{N}]+/gu;
const FINAL_VOWEL = /[аяоеиыйьуюэ]$/u;
/** Case endings of place names: Russian, Kazakh, Uzbek. */
const ENDING = /^(?:а|у|ом|ем|е|и|ы|ой|ей|ю|я|ью|ь|й|о|ның|нің|дың|дің|тың|тің|да|де|та|те|ning|da|dagi)?$/u;
/** Short words are matched as they stand: cut, they would match too much. */
const LEAST_STEM = 4;

/** The words of a folded text, without punctuation. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Names of places by the first letters of their first word: a name is looked up there instead of compared with all. */
export type PlaceVocabulary = ReadonlyMap<string, readonly PlaceName[]>;

/** All names of all countries and regions, longest first. */
export function placeVocabulary(regions: RegionsByCountry, countries: Iterable<string>): PlaceVocabulary {
  const ofCountries = [...countries].flatMap((country) => toPlaceNames(country, Object.values(countryNames(country))));
  const ofRegions = [...regions.values()].flat().flatMap((region) => toPlaceNames(region.id, namesOf(region)));
  const longestFirst = [...ofCountries, ...ofRegions].toSorted((a, b) => b.words.length - a.words.length);
  return Map.groupBy(longestFirst, ({ words }) => beginning(words[0]));
}

/** The places of the most words that stand in a name, in whatever case, from an index on. */
export function placesAt(words: readonly string[], index: number, vocabulary: PlaceVocabulary): PlaceName[] {
  const found = (vocabulary.get(beginning(words[index])) ?? []).filter((place) => isPlaceAt(words, index, place));
  return found.filter((place) => place.words.length === found[0]?.words.length);
}

/** No ending changes the first letters: the shortest stem is as long. */
function beginning(word: string | undefined): string {
  return (word ?? '').slice(0, LEAST_STEM);
}

function isPlaceAt(words: readonly string[], index: number, { words: place }: PlaceName): boolean {
  return place.every((word, offset) => isSameWord(words[index + offset], word));
}

function isSameWord(word: string | undefined, placeWord: string): boolean {
  if (word === undefined || word === placeWord) return word === placeWord;
  const stem = placeWord.replace(FINAL_VOWEL, '');
  return stem.length >= LEAST_STEM && word.startsWith(stem) && ENDING.test(word.slice(stem.length));
}

function namesOf({ names: { ru, kk, uz, en, original }, aliases }: RegionFacts): (string | null | undefined)[] {
  return [ru, kk, uz, en, original, ...aliases];
}

function toPlaceNames(place: string, names: readonly (string | null | undefined)[]): PlaceName[] {
  return names
    .filter((name) => name != null)
    .map((name) => ({ place, words: wordsOf(foldText(name)) }))
    .filter(({ words }) => words.length > 0);
}
