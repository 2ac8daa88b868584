import { expect, test } from '@jest/globals';
import { newSpanId, RequestTrace } from '../../../http/tracing/request-trace.ts';
import type { FinishedSpan } from '../../../http/tracing/span.ts';
import { readTraceparent } from '../../../http/tracing/traceparent.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

test.each([
  ['as this version writes it', `00-${TRACE}-${PARENT}-01`, true],
  ['not sampled', `00-${TRACE}-${PARENT}-00`, false],
  ['with flags that are not known yet', `00-${TRACE}-${PARENT}-03`, true],
  ['of a later version', `01-${TRACE}-${PARENT}-01`, true],
  ['of a later version that says more', `cc-${TRACE}-${PARENT}-01-what-comes-later`, true],
])('a traceparent %s is read', (_form, header, isSampled) => {
  expect(readTraceparent(header)).toEqual({ traceId: TRACE, parentId: PARENT, isSampled });
});

test.each([
  ['is not there', undefined],
  ['comes twice', [`00-${TRACE}-${PARENT}-01`, `00-${TRACE}-${PARENT}-01`]],
  ['is empty', ''],
  ['is in capitals', `00-${TRACE.toUpperCase()}-${PARENT}-01`],
  ['has a version that is none', `ff-${TRACE}-${PARENT}-01`],
  ['says more than its version has', `00-${TRACE}-${PARENT}-01-more`],
  ['has a trace of zeros', `00-${'0'.repeat(32)}-${PARENT}-01`],
  ['has a parent of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
  ['is too short', `00-${TRACE.slice(1)}-${PARENT}-01`],
  ['has another line behind it', `00-${TRACE}-${PARENT}-01\n00`],
])('a traceparent that %s is none, and a new trace begins', (_fault, header) => {
  expect(readTraceparent(header)).toBe(null);
  const traces = Array.from({ length: 1_000 }, () => new RequestTrace(header, null).traceId);
  expect(new Set(traces).size).toBe(1_000);
  expect(traces.every((traceId) => /^[0-9a-f]{32}$/.test(traceId) && traceId !== TRACE)).toBe(true);
});

test('a call carries the trace on under a parent of its own', () => {
  const trace = new RequestTrace(`00-${TRACE}-${PARENT}-01`, null);
  const [first, second] = [newSpanId(), newSpanId()];
  expect(trace.traceparent(first)).toBe(`00-${TRACE}-${first}-01`);
  expect(new Set([first, second, trace.spanId, PARENT]).size).toBe(4);
});

test('spans are told of what the caller sampled, and of what begins here', () => {
  const told: FinishedSpan[] = [];
  const spans = { tell: (span: FinishedSpan) => void told.push(span), close: async () => undefined };
  const request = { name: 'request', begunMs: 1, endedMs: 2, attributes: {}, failure: null };
  const sampled = new RequestTrace(`00-${TRACE}-${PARENT}-01`, spans);
  sampled.tellRequest(request);
  new RequestTrace(`00-${TRACE}-${PARENT}-00`, spans).tellRequest(request);
  const own = new RequestTrace(undefined, spans);
  own.tellRequest(request);
  expect(told).toEqual([
    { ...request, kind: 'SERVER', traceId: TRACE, spanId: sampled.spanId, parentId: PARENT },
    { ...request, kind: 'SERVER', traceId: own.traceId, spanId: own.spanId, parentId: null },
  ]);
  expect([own.traceparent(PARENT).slice(-2), new RequestTrace(undefined, null).traceparent(PARENT).slice(-2)]).toEqual(['01', '00']);
});
