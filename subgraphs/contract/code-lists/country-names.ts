import type { TextVersions } from '../values/localized-text.ts';
import { type Labels, labels } from './labels.ts';

/** Names that do not hang on the runtime's tables. */
const OWN: Readonly<Record<string, Labels>> = {
  KZ: labels('Казахстан', 'Қазақстан', 'Qozogʻiston', 'Kazakhstan'),
  RU: labels('Россия', 'Ресей', 'Rossiya', 'Russia'),
  UZ: labels('Узбекистан', 'Өзбекстан', 'Oʻzbekiston', 'Uzbekistan'),
};

const LANGUAGES = ['ru', 'kk', 'uz', 'en'] as const;
/** Codes that ISO 3166-1 leaves to its users: the runtime's names of them are of something else. */
const USER_ASSIGNED = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/**
 * The name of a country in four languages; the runtime's own tables name those outside the federation.
 * Shape   ISO 3166-1 alpha-2 -> names; a code without a name gives the code as the original
 * Source  Unicode CLDR by Intl.DisplayNames, which browsers lack for Kazakh and Uzbek: ask it on the server
 */
export function countryNames(code: string): TextVersions {
  const own = OWN[code];
  if (own !== undefined) return own;
  if (!/^[A-Z]{2}$/.test(code) || USER_ASSIGNED.test(code)) return { original: code };
  const names = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code));
  const [ru, kk, uz, en] = names;
  if (ru === undefined || kk === undefined || uz === undefined || en === undefined) return { original: code };
  return labels(ru, kk, withUzbekLetters(uz), en);
}

/** CLDR writes some Uzbek letters with quotation marks: oʻ and gʻ take U+02BB, everything else U+02BC. */
function withUzbekLetters(text: string): string {
  return text.replace(/([og])[‘’'`]/gi, '$1ʻ').replace(/[‘’'`]/g, 'ʼ');
}
