import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MemberMessage, MemberTask, Usage } from './member-message.ts';

/** A process of the benchmark. */
export interface Member {
  /** Where its subgraphs answer, by their names. */
  readonly urls: Readonly<Record<string, string>>;
  /** What it used since the last call. */
  usage(this: void): Promise<Usage>;
  stop(this: void): Promise<void>;
}

const register = fileURLToPath(new URL('../cli/register.mjs', import.meta.url));
const program = fileURLToPath(new URL('./member-process.ts', import.meta.url));

/**
 * Starts a process and waits until its members answer.
 * Errors  when it ends first, or takes longer than the limit
 */
export async function startMember(task: MemberTask, limitMs: number): Promise<Member> {
  const child = fork(program, [JSON.stringify(task)], {
    execArgv: ['--import', register],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // As cli/birge.mjs starts them.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect();
    await ended;
  };
  const opened = await hear(child, 'open', limitMs).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    urls: opened.urls,
    stop,
    async usage() {
      const heard = hear(child, 'usage', limitMs);
      child.send('usage');
      return (await heard).usage;
    },
  };
}

function hear<Type extends MemberMessage['type']>(
  child: ChildProcess,
  type: Type,
  limitMs: number,
): Promise<Extract<MemberMessage, { type: Type }>> {
  const { promise, resolve, reject } = Promise.withResolvers<Extract<MemberMessage, { type: Type }>>();
  const listen = (message: unknown): void => {
    const heard = message as MemberMessage;
    if (heard.type === type) resolve(heard as Extract<MemberMessage, { type: Type }>);
  };
  const end = (): void => reject(new Error(`a process ended before it said "${type}"`));
  const timer = setTimeout(() => reject(new Error(`a process did not say "${type}" within ${limitMs} ms`)), limitMs);
  child.on('message', listen);
  child.once('exit', end);
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', listen);
    child.off('exit', end);
  });
}
