// Read in the worker of SQLite, which Node runs without a loader: erasable syntax only.

const ESCAPES = /\\(.)/g;
const PLAIN: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Values of rows out of their texts, row after row: the reverse of row-text.ts.
 * Shape   whole rows, for each of their columns whether it holds numbers -> values in one list
 */
export function readRowText(text: string, isNumber: readonly boolean[]): (string | number | null)[] {
  const values: (string | number | null)[] = [];
  const isEscaped = text.includes('\\');
  for (const row of text.split('\n')) {
    // What follows the last line feed.
    if (row === '') continue;
    const cells = row.split('\t');
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] ?? '';
      if (isEscaped && cell === '\\N') values.push(null);
      else if (isNumber[column] === true) values.push(Number(cell));
      else values.push(isEscaped && cell.includes('\\') ? cell.replace(ESCAPES, (_, letter: string) => PLAIN[letter] ?? letter) : cell);
    }
  }
  return values;
}
