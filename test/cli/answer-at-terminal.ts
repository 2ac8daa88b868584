import { spawn } from 'node:child_process';
import { plainEnvironment } from './run-birge.ts';

/** Ctrl-C and Ctrl-D, as a terminal sends them. */
export const LEAVE = '\u0003';
export const END = '\u0004';
/** Ctrl-U: takes away what stands on the line. */
export const CLEAR = '\u0015';

/**
 * Runs a Node script on a terminal of its own and answers its questions in order; each answer is typed when its question stands there.
 * Shape   script and arguments, folder, [words of the question, what is typed before Enter, or LEAVE or END alone] -> what the terminal showed, exit code
 */
export async function answerAtTerminal(
  args: readonly string[],
  folder: string,
  answers: readonly (readonly [string, string])[],
): Promise<{ shown: string; code: number | null }> {
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
    terminal.stdin.write(answer === LEAVE || answer === END ? answer : `${answer}\r`);
  });
  const code = await new Promise<number | null>((resolve) => terminal.once('close', resolve));
  if (waiting.length > 0) throw new Error(`"${waiting[0]?.[0]}" was never asked:\n${shown}`);
  return { shown, code };
}
