import { isDeepStrictEqual } from 'node:util';

/**
 * Whether a command printed what a page shows: JSON as data, text line by line as a part of the output. `…` is anything within a line, alone
 * in a line any lines.
 */
export function isAsShown(printed: string, shown: string): boolean {
  const [data, expected] = [parseJson(printed), parseJson(shown)];
  if (data !== undefined && expected !== undefined) return isDeepStrictEqual(data, expected);
  const lines = shown
    .trimEnd()
    .split('\n')
    .map((line) =>
      line.trim() === '…' ? String.raw`(?:[^\n]*\n)*?` : `${escaped(line.trimEnd()).replaceAll('…', String.raw`[^\n]*`)}[ \\t]*\n`,
    );
  return new RegExp(`^${lines.join('')}`, 'm').test(`${printed.trimEnd()}\n`);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
