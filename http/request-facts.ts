import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Departure } from './departure.ts';
import type { RequestTrace } from './tracing/request-trace.ts';
import { traceOf } from './tracing/trace-of.ts';

/** Milliseconds that the asking process still waits: a callee that needs longer works for nobody. */
export const TIME_LEFT_HEADER = 'birge-time-left-ms';

/**
 * What a process may know of a request before GraphQL begins.
 * Unit    timeLeftMs: milliseconds, null when the caller named none
 */
export interface RequestFacts {
  readonly requestId: string;
  readonly trace: RequestTrace;
  readonly headers: IncomingHttpHeaders;
  /** IP address of the client: that of the connection, or what trusted proxies say of it. */
  readonly address: string;
  readonly timeLeftMs: number | null;
  /** Tells when the client leaves before the answer is sent. */
  readonly departure: Departure;
}

export function readRequestFacts(request: FastifyRequest, reply: FastifyReply): RequestFacts {
  const header = request.headers[TIME_LEFT_HEADER];
  const timeLeftMs = typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : null;
  const departure = new Departure();
  // The response's close, not the request's: Node closes the request as soon as its body is read.
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) departure.leave();
  });
  return { requestId: request.id, trace: traceOf(request), headers: request.headers, address: request.ip, timeLeftMs, departure };
}
