import { expect, test } from '@jest/globals';
import { freePorts } from '../../bench/free-ports.ts';
import { ask } from '../harness/ask.ts';
import { openCollector } from '../harness/otlp-collector.ts';
import { readMetrics } from '../harness/read-metrics.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { runBirge } from './run-birge.ts';
import { startMember } from './running-member.ts';

test('a process sends its last spans before it ends, and tells its metrics at an address of their own', async () => {
  const { endpoint, spans } = await openCollector();
  const [port = 0] = await freePorts(1);
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, METRICS_PORT: String(port), BIRGE_DATA: await temporaryFolder() };
  const member = await startMember('kazakhstan', settings);
  await ask(member.url, '{ kazakhstan { code } }');
  expect((await readMetrics(`http://127.0.0.1:${port}`)).of('birge_request_duration_seconds_count')).toBe(1);
  expect((await fetch(new URL('/metrics', member.url))).status).toBe(404);
  await member.stop();
  expect(spans.map(({ service, name }) => `${service} ${name}`)).toEqual(['birge-kazakhstan request']);
});

test.each([['gateway'], ['subgraph', 'kazakhstan']])('an address of spans that is none is named before %s starts', async (...words) => {
  const { code, err } = await runBirge([...words, '--port', '0'], {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
    BIRGE_DATA: '/nowhere',
  });
  expect(err).toContain('OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address');
  expect(err).not.toContain('collector');
  expect(code).toBe(2);
});
