import type { Readable } from 'node:stream';

/** Passes a child's output on line by line, each with its name in front; the last line may end without a line break. */
export function prefixLines(stream: Readable, prefix: string, print: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) print(`${prefix}${line}`);
  });
  stream.on('end', () => {
    if (rest !== '') print(`${prefix}${rest}`);
  });
}
