import type { Language } from '../enums/language.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('LocalizedText', 'A text in the languages that the owner has, with the original marked.')
export class LocalizedText {
  @Answer(() => String, 'In Russian. Null: the owner has none.') ru?: string | null;
  @Answer(() => String, 'In Kazakh. Null: the owner has none.') kk?: string | null;
  @Answer(() => String, 'In Uzbek, in Latin script. Null: the owner has none.') uz?: string | null;
  @Answer(() => String, 'In English. Null: the owner has none.') en?: string | null;
  @Answer(() => String, 'As the source writes it. Null: there is no original, only translations.') original?: string | null;
  @Answer(() => String, 'Language of the original as a BCP 47 tag; und: of no language. Null: not known.') originalLanguage?: string | null;
}

/** The versions of a text as plain data, as rows and data files hold them. */
export interface TextVersions {
  readonly ru?: string | null;
  readonly kk?: string | null;
  readonly uz?: string | null;
  readonly en?: string | null;
  readonly original?: string | null;
  readonly originalLanguage?: string | null;
}

const FALLBACK = ['ru', 'en', 'kk', 'uz'] as const;

/**
 * One version of a text: the asked language, else the original, Russian, English, any.
 * Shape   text, language -> text, or null when there is no version at all
 * Source  schema/GLOSSARY.md, "localized text"
 */
export function localized(text: TextVersions | null | undefined, language?: Language | null): string | null {
  if (text == null) return null;
  const asked = language == null ? null : language.toLowerCase();
  if (asked !== null) {
    const version = text[asked as 'ru' | 'kk' | 'uz' | 'en'] ?? (text.originalLanguage === asked ? text.original : null);
    if (version != null) return version;
  }
  return text.original ?? FALLBACK.map((code) => text[code]).find((version) => version != null) ?? null;
}
