// A gateway that measures itself: with the hub over countries, or alone over any supergraph. Told what to do by its parent, one message after the other.
import 'reflect-metadata';
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
  const { heapUsed, rss } = process.memoryUsage();
  const sockets = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
  return { heapUsed, rss, peakRss: process.resourceUsage().maxRSS * 1_024, sockets };
}
