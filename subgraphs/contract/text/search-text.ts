import { contractError } from '../errors.ts';
import { foldText } from './fold-text.ts';

/** Letters of the Latin script and the Cyrillic ones that look like them, small or capital: a name typed in the wrong script is still found. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};
const LEAST_LETTERS = 2;

/**
 * A text as search compares it: folded, and look-alike letters of the two scripts made one.
 * Shape   text -> text; only for comparing, never for showing
 * Source  schema/GLOSSARY.md, "folding"
 */
export function searchText(text: string): string {
  return foldText(text).replace(/[a-z]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
}

/**
 * A client's search text, ready to compare.
 * Errors  BAD_USER_INPUT when fewer than two letters are left
 */
export function assertSearchText(text: string): string {
  const folded = searchText(text);
  if (folded.length < LEAST_LETTERS) throw contractError('BAD_USER_INPUT', { value: text, accepted: ['two letters or more'] });
  return folded;
}
