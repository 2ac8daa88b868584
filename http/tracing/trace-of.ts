import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestTrace, TRACEPARENT_HEADER } from './request-trace.ts';
import type { Spans } from './span.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly spans: Spans | null;
  }
  interface FastifyRequest {
    heldTrace: RequestTrace | null;
  }
}

/** Lets the requests of a server have a trace. */
export function addTraces(app: FastifyInstance, spans: Spans | null): void {
  app.decorate('spans', spans);
  app.decorateRequest('heldTrace', null);
}

/** The trace of a request, the same each time; made when somebody needs it, which an answer that is given again does not. */
export function traceOf(request: FastifyRequest): RequestTrace {
  return (request.heldTrace ??= new RequestTrace(request.headers[TRACEPARENT_HEADER], request.server.spans));
}
