import type { TextVersions } from '../../contract/values/localized-text.ts';
import type { RowReader } from './row-reader.ts';

/** A name in one original language, as localized text; `und`: of no language. */
export function readName(row: RowReader, column: string, languageColumn: string): TextVersions {
  const original = row.required(column);
  const originalLanguage = row.required(languageColumn);
  const versions: TextVersions = { original, originalLanguage };
  return ['ru', 'kk', 'uz', 'en'].includes(originalLanguage) ? { ...versions, [originalLanguage]: original } : versions;
}

/** Versions in the columns `<prefix>_ru`, `<prefix>_kk`, `<prefix>_uz`, `<prefix>_en`; empty ones are left out. */
export function readVersions(row: RowReader, prefix: string): TextVersions {
  const versions = ['ru', 'kk', 'uz', 'en'].map((language) => [language, row.text(`${prefix}_${language}`)] as const);
  return Object.fromEntries(versions.filter(([, text]) => text !== null));
}

/** A remark, which the data files keep in English. */
export function readNote(row: RowReader): string | null {
  const note = row.text('note');
  return note === null ? null : JSON.stringify({ en: note } satisfies TextVersions);
}
