// A gateway that measures itself: with the hub over countries, or alone over any supergraph. Told what to do by its parent, one message after the other.
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { startGateway } from '../../../gateway/main.ts';
import { startAsking } from '../start-asking.ts';
import type { Measure, MeasuredOptions } from '../measured-process.ts';

const log = pino({ level: 'silent' });
const options = JSON.parse(process.argv[2] ?? '{}') as MeasuredOptions;

const running =
  'countries' in options
    ? { ...(await startAsking({ ...options, now: () => new Date(), log })), reload: async () => {} }
    : await startGateway({ supergraphFile: options.supergraphFile, host: '127.0.0.1', port: 0, env: options.env, log });

process.on('message', (request) => void answer(request));
process.send?.(running.url);

async function answer(request: unknown): Promise<void> {
  if (request === 'reload') await running.reload();
  process.send?.(request === 'measure' ? await measure() : null);
}

async function measure(): Promise<Measure> {
  // What only a finalizer or a closing socket still holds goes in the second.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await wait(100);
  }
  const peakRss = takePeak();
  const { heapUsed, rss } = process.memoryUsage();
  const sockets = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
  return { heapUsed, rss, peakRss, sockets };
}

/**
 * The most memory that was held since this was last asked; a start that compiles its sources holds more than any answer.
 * Source  proc(5), /proc/pid/clear_refs: "5" makes the peak begin anew
 */
function takePeak(): number {
  const kilobytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  writeFileSync('/proc/self/clear_refs', '5');
  return kilobytes * 1_024;
}
