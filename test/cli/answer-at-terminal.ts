import { spawn } from 'node:child_process';
import { plainEnvironment } from './run-birge.ts';

/**
 * Runs a Node script on a terminal of its own and answers its questions in order; each answer is typed when its question stands there.
 * Shape   script and arguments, folder, [words of the question, what is typed before Enter] -> everything that the terminal showed
 */
export async function answerAtTerminal(
  args: readonly string[],
  folder: string,
  answers: readonly (readonly [string, string])[],
): Promise<string> {
  const command = [process.execPath, ...args].map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
  const terminal = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: folder,
    env: { ...plainEnvironment(), TERM: 'xterm', NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = [...answers];
  let shown = '';
  let seen = 0;
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const [question, answer] = waiting[0] ?? [];
    if (question === undefined || !shown.slice(seen).includes(question)) return;
    waiting.shift();
    seen = shown.length;
    terminal.stdin.write(`${answer}\r`);
  });
  await new Promise((resolve) => terminal.once('close', resolve));
  if (waiting.length > 0) throw new Error(`"${waiting[0]?.[0]}" was never asked:\n${shown}`);
  return shown;
}
