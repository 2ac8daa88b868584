// @ts-check
// Plain JavaScript, as the thread that reads it: see sqlite-worker.mjs.

const ESCAPES = /\\(.)/g;
/** @type {Readonly<Record<string, string>>} */
const PLAIN = { n: '\n', r: '\r', t: '\t' };

/**
 * Values of rows out of their texts, row after row: the reverse of row-text.ts.
 * Shape   whole rows, for each of their columns whether it holds numbers -> values in one list
 * @param {string} text
 * @param {readonly boolean[]} isNumber
 */
export function readRowText(text, isNumber) {
  /** @type {(string | number | null)[]} */
  const values = [];
  const isEscaped = text.includes('\\');
  for (const row of text.split('\n')) {
    // What follows the last line feed.
    if (row === '') continue;
    const cells = row.split('\t');
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] ?? '';
      if (isEscaped && cell === '\\N') values.push(null);
      else if (isNumber[column] === true) values.push(Number(cell));
      else values.push(isEscaped && cell.includes('\\') ? cell.replace(ESCAPES, (_, letter) => PLAIN[letter] ?? letter) : cell);
    }
  }
  return values;
}
