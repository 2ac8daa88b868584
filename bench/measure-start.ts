import { spawn } from 'node:child_process';

export interface StartMeasure {
  /** From the start of the process to the first answer without errors, in milliseconds. */
  readonly firstAnswerMs: number;
  /** To the first answer that `isComplete` accepts, in milliseconds. */
  readonly completeMs: number;
}

export interface StartQuestion {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly url: string;
  /** GraphQL to ask; null: a plain GET. */
  readonly query: string | null;
  readonly isComplete: (answer: string) => boolean;
  readonly limitMs: number;
}

/**
 * Starts a program, asks it until it answers, stops it and waits for its end.
 * Errors  when there is no complete answer in time, with the last thing that was heard and the program's output
 */
export async function measureStart({ command, args, env, url, query, isComplete, limitMs }: StartQuestion): Promise<StartMeasure> {
  const begun = performance.now();
  // A process group of its own: npm, its shell and what they start are stopped together.
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let firstAnswerMs: number | undefined;
  let heard = 'nothing';
  try {
    while (performance.now() - begun < limitMs && child.exitCode === null) {
      heard = await ask(url, query);
      if (firstAnswerMs === undefined && isAnswer(heard, query)) firstAnswerMs = performance.now() - begun;
      if (firstAnswerMs !== undefined && isComplete(heard)) return { firstAnswerMs, completeMs: performance.now() - begun };
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`no complete answer from ${url} within ${limitMs} ms; heard last: ${heard}\n${output}`);
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

async function ask(url: string, query: string | null): Promise<string> {
  const request =
    query === null ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) };
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(10_000) });
    return await response.text();
  } catch (error) {
    return `error: ${String(error)}`;
  }
}

const isAnswer = (heard: string, query: string | null): boolean =>
  !heard.startsWith('error: ') && (query === null || (heard.startsWith('{"data":{') && !heard.includes('"errors":[')));
