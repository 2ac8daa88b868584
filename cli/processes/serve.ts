import { flushCompileCache } from 'node:module';
import type { Logger } from 'pino';
import { exitCode } from '../exit-code.ts';
import { UserError } from '../user-error.ts';
import type { ReadyMessage } from './child-message.ts';
import { onStopSignal } from './on-stop-signal.ts';

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
  /** Reads what may have changed while it runs; absent: nothing is read again. */
  reload?(): Promise<void>;
}

/**
 * The life of a process that listens: starts, says where it answers, stops at a signal. Under a supervisor it tells the supervisor, leaves
 * Ctrl-C to it, and stops when it is gone; alone it prints the URL. SIGHUP stops it too, or makes it read again what may have changed;
 * at a terminal it always stops, since the terminal sends it when it closes.
 * Shape   what is served, how to move its port (for the message when the port is taken), how to start it, whether it can read again
 * Errors  UserError with exit code 3 when the port is taken; else what `start` throws
 */
export async function serve(name: string, log: Logger, portHint: string, start: () => Promise<Serving>, canReload = false): Promise<void> {
  const supervised = process.send !== undefined;
  const running = start();
  const stop = (): void => {
    running
      .then((serving) => serving.close())
      .then(
        () => process.exit(exitCode.done),
        (error: unknown) => {
          log.error({ err: error }, 'closing failed');
          process.exit(exitCode.findings);
        },
      );
  };
  const reloads = canReload && !process.stdout.isTTY;
  if (reloads) process.on('SIGHUP', () => void running.then((serving) => serving.reload?.()));
  if (supervised) {
    process.on('SIGINT', () => undefined);
    process.once('SIGTERM', stop);
    process.once('disconnect', stop);
  } else {
    onStopSignal(
      () => {
        console.log(`${name}: stopping; once more ends it at once`);
        stop();
      },
      () => process.exit(130),
      !reloads,
    );
  }
  const { url } = await running.catch((error: unknown) => {
    throw portTaken(error, name, portHint) ?? error;
  });
  const ready: ReadyMessage = { type: 'ready', url };
  if (process.send) process.send(ready);
  else console.log(`${name} answers at ${url}`);
  // A process that is killed later writes nothing: save now what makes the next start fast.
  setImmediate(() => flushCompileCache());
}

function portTaken(error: unknown, name: string, hint: string): UserError | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 'EADDRINUSE') return undefined;
  const port = 'port' in error && typeof error.port === 'number' ? `port ${error.port}` : 'its port';
  const way = 'setting' in error ? `choose another ${String(error.setting)}` : hint;
  return new UserError(`${name}: ${port} is in use by another program. Stop that program, or ${way}.`, exitCode.portInUse, {
    cause: error,
  });
}
