import { brokenCharacter } from './create-decoder.ts';
import type { SourceText } from './source-text.ts';

/** Signs that a text is not what its bytes were meant to say. */
export interface DamagePattern {
  readonly encoding: string;
  /** Whether a long text holds any. */
  isIn(text: string): boolean;
  /** What a cell suffers from; null when it is sound. */
  find(cell: string): 'NUL_CHARACTER' | 'ENCODING_BROKEN' | null;
}

/** The letters that Kazakh alone has, as windows-1251 shows those of rk1048: they look Macedonian or Ukrainian. Not Ұ: it looks like Ў, which is Uzbek. */
export const kazakhInWindows1251 = /[ЌќЈјЅѕЋћЄєЇїҐґ]/;

/**
 * The damage to look for in a text. Half a character, which JSON can write (`\ud800`), is some: halves that differ would all be stored as U+FFFD.
 * Where windows-1251 was found out and not named, Kazakh letters that only came late in the file are damage too.
 */
export function damageOf({ encoding, isNamed }: Pick<SourceText, 'encoding' | 'isNamed'>): DamagePattern {
  const hasForeign = encoding === 'windows-1251' && !isNamed ? (text: string) => kazakhInWindows1251.test(text) : () => false;
  return {
    encoding,
    isIn: (text) => text.includes('\0') || text.includes(brokenCharacter) || !text.isWellFormed() || hasForeign(text),
    find: (cell) => {
      if (cell.includes('\0')) return 'NUL_CHARACTER';
      return cell.includes(brokenCharacter) || !cell.isWellFormed() || hasForeign(cell) ? 'ENCODING_BROKEN' : null;
    },
  };
}

/** A refused cell as it may be shown and written out. */
export const shownText = (cell: string): string => cell.toWellFormed().replaceAll(brokenCharacter, '\uFFFD').replaceAll('\0', '\uFFFD');
