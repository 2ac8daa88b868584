import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { whenFileEnds } from '../harness/cleanup.ts';
import { until } from './until.ts';

/** An open connection that nobody uses may live for some seconds more. */
const SOCKETS_CLOSE_WITHIN_MS = 20_000;

/** Gateway and hub over countries, or a gateway alone over a supergraph file. */
export type MeasuredOptions =
  | {
      readonly countries: Readonly<Record<string, string>>;
      readonly dataFolder: string;
      readonly countryTimeoutMs: number;
      readonly breakerOpenMs: number;
    }
  | { readonly supergraphFile: string; readonly env: NodeJS.ProcessEnv };

/** What a process holds. Unit: octets; sockets: number */
export interface Measure {
  readonly heapUsed: number;
  readonly rss: number;
  /** The most it held since it was measured before. */
  readonly peakRss: number;
  readonly sockets: number;
}

export interface MeasuredProcess {
  readonly url: string;
  /** After all garbage was collected. */
  measure(): Promise<Measure>;
  /** Errors  when more than so many sockets stay open although nobody asks any more */
  untilSocketsAtMost(most: number): Promise<void>;
  /** Looks at the supergraph file; ends when a changed one is served, or refused. */
  reload(): Promise<void>;
}

/** Starts a process that measures itself; it ends with the test file. */
export async function startMeasured(options: MeasuredOptions): Promise<MeasuredProcess> {
  const file = join(import.meta.dirname, 'children', 'measured.ts');
  const child = spawn(process.execPath, ['--expose-gc', '--import', './cli/register.mjs', file, JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  whenFileEnds(async () => {
    child.kill('SIGKILL');
  });
  const ended = Promise.withResolvers<never>();
  // It is killed at the end, when nobody waits for it any more.
  ended.promise.catch(() => {});
  child.once('exit', (code, signal) => ended.reject(new Error(`the measured process ended: ${code ?? signal}`)));
  const next = async (): Promise<unknown> => ((await Promise.race([once(child, 'message'), ended.promise])) as unknown[])[0];
  const tell = (request: string): Promise<unknown> => {
    const answer = next();
    child.send(request);
    return answer;
  };
  const measure = async (): Promise<Measure> => (await tell('measure')) as Measure;
  return {
    url: (await next()) as string,
    measure,
    untilSocketsAtMost: (most) =>
      until(async () => (await measure()).sockets <= most, SOCKETS_CLOSE_WITHIN_MS, `more than ${most} sockets stay open`),
    reload: async () => void (await tell('reload')),
  };
}
