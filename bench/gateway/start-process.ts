import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface BenchProcess {
  readonly urls: Readonly<Record<string, string>>;
  /** Microseconds of CPU since the last call. */
  cpuUs(this: void): Promise<number>;
  /** Begins a profile, where the process was told of a file for it. */
  profile(this: void): void;
  stop(this: void): Promise<void>;
}

const register = fileURLToPath(new URL('../../cli/register.mjs', import.meta.url));

/** Starts a program as a process and waits until it answers; the process ends with this one. */
export async function startProcess(program: URL, task: unknown): Promise<BenchProcess> {
  const child = fork(fileURLToPath(program), [JSON.stringify(task)], {
    execArgv: ['--import', register],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { urls } = (await hear(child)) as { urls: Record<string, string> };
  return {
    urls,
    async cpuUs() {
      child.send('usage');
      return ((await hear(child)) as { cpuUs: number }).cpuUs;
    },
    profile() {
      child.send('profile');
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function hear(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: ended.signal }).then(([message]) => message as unknown),
      once(child, 'exit', { signal: ended.signal }).then(() => {
        throw new Error('a process of the benchmark ended too early');
      }),
    ]);
  } finally {
    ended.abort();
  }
}
