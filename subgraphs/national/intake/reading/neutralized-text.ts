// Full-width forms too: a spreadsheet folds them before it looks for a formula. Blanks and marks before the sign: some skip them.
const FORMULA = /^[\s']*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d[\d \u00A0\u202F]*(?:[.,]\d+)?(?:[eE][+-]?\d+)?%?$/;

/**
 * A text cell that no spreadsheet takes for a formula: a leading `'` where it could be one. Numbers stay as they are.
 * Shape   `=1+1` -> `'=1+1`, `-5,5` -> `-5,5`; restoredText gives the cell back exactly
 * Source  OWASP, CSV injection
 */
export function neutralizedText(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/**
 * The cell as it was before neutralizedText; any other cell unchanged.
 * Shape   `'=1+1` -> `=1+1`
 */
export function restoredText(text: string): string {
  return text.charCodeAt(0) === 39 && FORMULA.test(text) ? text.slice(1) : text;
}
