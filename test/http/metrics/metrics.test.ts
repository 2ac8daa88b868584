import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { readMetrics } from '../../harness/read-metrics.ts';
import { openSmallServer } from '../open-small-server.ts';

const REQUESTS = 'birge_request_duration_seconds_count';

test('a request counts once, with its duration, and an answer that lacks something counts as failed', async () => {
  const { url, ask } = await openSmallServer();
  await ask('{ greeting }');
  await ask('{ known masked }');
  const metrics = await readMetrics(url);
  expect([metrics.of(REQUESTS), metrics.of('birge_request_duration_seconds_bucket', { le: '+Inf' })]).toEqual([2, 2]);
  expect(metrics.of('birge_request_duration_seconds_sum')).toBeGreaterThan(0);
  expect([metrics.of('birge_request_failures_total'), metrics.of('birge_request_failures_total', { code: 'CURSOR_INVALID' })]).toEqual([
    1, 1,
  ]);
  expect(metrics.of('birge_refusals_total')).toBe(null);
});

test('a request that is refused is no failure, and counts under its code however it was refused', async () => {
  const { url, ask, port } = await openSmallServer({ maxBodyBytes: 1_000 });
  await ask('{ nowhere }');
  await ask('{ greeting', { accept: 'text/html' });
  await ask(`{ greeting } # ${'x'.repeat(2_000)}`);
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('no HTTP\r\n\r\n'));
    socket.resume().on('close', () => resolve());
  });
  const metrics = await readMetrics(url);
  const refused = (code: string) => metrics.of('birge_refusals_total', { code });
  expect(['GRAPHQL_VALIDATION_FAILED', 'NOT_ACCEPTABLE', 'BODY_TOO_LARGE', 'BAD_REQUEST'].map(refused)).toEqual([1, 1, 1, 2]);
  expect(metrics.of('birge_request_failures_total')).toBe(null);
  const answers = (status: string) => metrics.of('birge_http_answers_total', { status });
  expect(['200', '400', '406', '413'].map(answers)).toEqual([1, 2, 1, 1]);
});

test('a request is under way until it is answered', async () => {
  const { url, ask, started, release } = await openSmallServer();
  const slow = ask('{ slow }');
  await started;
  expect((await readMetrics(url)).of('birge_requests_under_way')).toBe(1);
  release();
  await slow;
  expect((await readMetrics(url)).of('birge_requests_under_way')).toBe(0);
});

test('no label tells what a client made up', async () => {
  const { url, ask } = await openSmallServer();
  await ask('query MadeUpName { greeting }', { 'x-request-id': 'made-up-id' });
  await ask('{ madeUpField }');
  await fetch(new URL('/made-up-address?q=made-up', url));
  expect((await readMetrics(url)).text).not.toMatch(/made.?up/i);
});

test('Node tells of its heap, its event loop and its CPU', async () => {
  const { url, ask } = await openSmallServer();
  await ask('{ greeting }');
  const metrics = await readMetrics(url);
  for (const name of ['nodejs_heap_size_used_bytes', 'process_cpu_seconds_total', 'process_start_time_seconds'])
    expect(metrics.of(name)).toBeGreaterThan(0);
  expect(metrics.names).toContain('nodejs_eventloop_lag_p99_seconds');
});

test('no page of another site may read it', async () => {
  const { url } = await openSmallServer();
  const headers = { origin: 'https://elsewhere.example' };
  const allowedOf = async (path: string) => (await fetch(new URL(path, url), { headers })).headers.get('access-control-allow-origin');
  expect([await allowedOf('/metrics'), await allowedOf('/health/live')]).toEqual([null, '*']);
});

test('METRICS=off tells nothing', async () => {
  const { origin } = await openSmallServer({}, () => true, { place: 'off' });
  expect((await fetch(new URL('/metrics', origin))).status).toBe(404);
});

test('an address of its own tells the metrics and nothing else, and clients find none', async () => {
  const { url, ask, origin, logged, server } = await openSmallServer({}, () => true, { place: { host: '127.0.0.1', port: 0 } });
  await ask('{ greeting }');
  expect((await fetch(new URL('/metrics', url))).status).toBe(404);
  const told = logged.flatMap((line) => /"url":"(http:[^"]+\/metrics)"/.exec(line)?.[1] ?? [])[0] ?? '';
  expect(new URL(told).port).not.toBe(new URL(origin).port);
  expect((await readMetrics(told)).of(REQUESTS)).toBe(1);
  expect((await fetch(new URL('/graphql', told))).status).toBe(404);
  await server.close();
  await expect(fetch(told)).rejects.toThrow('fetch failed');
});

test('what cannot be told is missing, and the rest is told', async () => {
  const { url, logged } = await openSmallServer({}, () => true, {
    place: 'beside',
    families: async () => {
      throw new Error('the database is away');
    },
  });
  expect((await readMetrics(url)).names).toContain('birge_requests_under_way');
  expect(logged.filter((line) => line.includes('a part of the metrics cannot be told'))).toHaveLength(1);
});
