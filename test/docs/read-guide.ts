/** One thing that a guide has its reader do. */
export type GuideStep = { readonly line: number } & (
  | {
      readonly kind: 'run';
      readonly commands: string;
      /** What the page shows as printed; null: nothing. */
      readonly shown: string | null;
      readonly exitCode: number;
      readonly isKeptRunning: boolean;
    }
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'stop' }
);

interface Block {
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** The comment above it; null: none. */
  readonly word: string | null;
  /** Whether only blank lines part it from the block before. */
  readonly isNext: boolean;
}

const COMMENT = /^<!-- guide: (.+) -->$/;

/**
 * The steps of a guide in the order of reading.
 * Errors  an Error that names the line, for a comment that says nothing known or a block that does not end
 */
export function readGuide(text: string): GuideStep[] {
  const steps: GuideStep[] = [];
  const parts = partsOf(text);
  for (const [index, part] of parts.entries()) {
    if ('stop' in part) {
      steps.push({ kind: 'stop', line: part.line });
      continue;
    }
    const file = /^file (\S+)$/.exec(part.word ?? '')?.[1];
    if (file !== undefined) steps.push({ kind: 'file', line: part.line, path: file, text: part.text });
    else if (part.language === 'sh' && !part.word?.startsWith('not run: ')) {
      const next = parts[index + 1];
      const isShown = next && !('stop' in next) && next.isNext && next.word === null && ['', 'json', 'text'].includes(next.language);
      steps.push({
        kind: 'run',
        line: part.line,
        commands: part.text,
        shown: isShown ? next.text : null,
        exitCode: Number(/^exit (\d+)$/.exec(part.word ?? '')?.[1] ?? 0),
        isKeptRunning: part.word === 'keeps running',
      });
    }
  }
  return steps;
}

function partsOf(text: string): (Block | { readonly line: number; readonly stop: true })[] {
  const parts: (Block | { line: number; stop: true })[] = [];
  const lines = text.split('\n');
  let word: string | null = null;
  let isNext = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const told = COMMENT.exec(line)?.[1];
    const fence = /^```(\w*)$/.exec(line);
    if (told === 'Ctrl-C') parts.push({ line: index + 1, stop: true });
    else if (told !== undefined) {
      if (!/^(keeps running|exit \d+|file \S+|not run: .+)$/.test(told)) throw new Error(`line ${index + 1}: unknown comment "${told}"`);
      word = told;
    } else if (fence) {
      const end = lines.indexOf('```', index + 1);
      if (end === -1) throw new Error(`line ${index + 1}: the block does not end`);
      const content = `${lines.slice(index + 1, end).join('\n')}\n`;
      parts.push({ line: index + 1, language: fence[1] ?? '', text: content, word, isNext });
      index = end;
      word = null;
      isNext = true;
      continue;
    }
    if (line.trim() !== '') isNext = false;
  }
  return parts;
}
