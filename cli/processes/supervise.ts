import { type ChildProcess, spawn } from 'node:child_process';
import { exitCode } from '../exit-code.ts';
import { isReadyMessage } from './child-message.ts';
import { prefixLines } from './prefix-lines.ts';
import { restartPause } from './restart-pause.ts';

/** A process to keep running: a Node script with arguments. */
export interface ProcessPlan {
  readonly name: string;
  /** Path of the script and its arguments, as Node takes them. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export interface SuperviseOptions {
  /** Takes each line that a person should see: the children's output and what happens to them. */
  readonly print: (line: string) => void;
  /** Pause before the n-th restart in a row, in milliseconds. */
  readonly pauseMs?: (crashesInARow: number) => number;
  /** How long a child may take to stop before it is killed, in milliseconds. */
  readonly stopMs?: number;
  /** A child that was ready this long is healthy again: its crashes are forgotten. Milliseconds. */
  readonly healthyMs?: number;
}

/** How the first try to start a process went; a crashed one is still being restarted. */
export type FirstStart = { readonly name: string } & ({ readonly url: string } | { readonly failed: 'crashed' | 'given up' });

export interface Supervision {
  /** One entry per plan, when each has become ready or failed for the first time. */
  readonly firstStarts: Promise<readonly FirstStart[]>;
  /** Ends when no child runs and none will be started again. */
  readonly ended: Promise<void>;
  /** Asks all children to stop, kills those that take too long; ends with the last of them. May be called twice. */
  stop(this: void): Promise<void>;
  /** Kills all children at once. */
  kill(this: void): void;
}

/**
 * Starts processes in parallel and keeps each running: one that crashes is started again after a growing pause, the others go on. One that
 * says by its exit code that another start cannot help (wrong use, port taken, no right to write) is given up.
 * Errors  none: what happens to a child is printed
 */
export function superviseProcesses(plans: readonly ProcessPlan[], options: SuperviseOptions): Supervision {
  const { print, pauseMs = restartPause, stopMs = 12_000, healthyMs = 60_000 } = options;
  const width = Math.max(...plans.map(({ name }) => name.length));
  const children = new Set<ChildProcess>();
  const pauses = new Set<{ timer: NodeJS.Timeout; end: () => void }>();
  let stopping = false;

  function keepRunning({ name, args, env }: ProcessPlan, report: (start: FirstStart) => void): Promise<void> {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const say = (line: string): void => print(`${name.padEnd(width)} | ${line}`);
    let crashes = 0;

    const start = (): void => {
      const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
      let readySince: number | undefined;
      children.add(child);
      if (child.stdout) prefixLines(child.stdout, `${name.padEnd(width)} | `, print);
      if (child.stderr) prefixLines(child.stderr, `${name.padEnd(width)} | `, print);
      child.on('message', (message) => {
        if (!isReadyMessage(message)) return;
        readySince = performance.now();
        say(`ready at ${message.url}`);
        report({ name, url: message.url });
      });
      // Without a listener a failed fork or kill would end the supervisor; 'close' follows and says the rest.
      child.on('error', (error) => say(error.message));
      // 'close' and not 'exit': the child's last words are printed before what happened to it.
      child.on('close', (code, signal) => {
        children.delete(child);
        if (stopping) return end();
        const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
        if (code === exitCode.wrongUse || code === exitCode.portInUse) {
          say('given up: starting it again cannot help');
          report({ name, failed: 'given up' });
          return end();
        }
        if (readySince !== undefined && performance.now() - readySince >= healthyMs) crashes = 0;
        crashes += 1;
        const wait = pauseMs(crashes);
        say(`${how}; starting again in ${wait / 1000} s, the others keep running`);
        report({ name, failed: 'crashed' });
        const pause = {
          end,
          timer: setTimeout(() => {
            pauses.delete(pause);
            start();
          }, wait),
        };
        pauses.add(pause);
      });
    };
    start();
    return ended;
  }

  const firstStarts: Promise<FirstStart>[] = [];
  const endings: Promise<void>[] = [];
  for (const plan of plans) {
    const { promise, resolve } = Promise.withResolvers<FirstStart>();
    firstStarts.push(promise);
    endings.push(keepRunning(plan, resolve));
  }
  const ended = Promise.all(endings).then(() => undefined);
  const send = (signal: NodeJS.Signals): void => {
    stopping = true;
    for (const { timer, end } of pauses) {
      clearTimeout(timer);
      end();
    }
    pauses.clear();
    for (const child of children) child.kill(signal);
  };
  return {
    firstStarts: Promise.all(firstStarts),
    ended,
    async stop() {
      if (!stopping) send('SIGTERM');
      const timer = setTimeout(() => send('SIGKILL'), stopMs);
      await ended;
      clearTimeout(timer);
    },
    kill: () => send('SIGKILL'),
  };
}
