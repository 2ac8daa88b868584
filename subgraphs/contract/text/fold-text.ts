const APOSTROPHES = /[’‘ʻʼ`´]/g;
const QUOTATION_MARKS = /[«»“”„"]/g;

/**
 * A text as search compares it: case, ё/е, quotation marks, forms of the apostrophe and runs of blanks make no difference.
 * Shape   text -> text
 * Source  schema/GLOSSARY.md, "folding"
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(APOSTROPHES, "'")
    .replace(QUOTATION_MARKS, '')
    .replace(/\s+/g, ' ')
    .trim();
}
