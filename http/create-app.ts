import cors from '@fastify/cors';
import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { HttpLimits } from './limits.ts';
import type { RequestMeter } from './metrics/request-meter.ts';
import { requestIdOf } from './request-id.ts';
import type { Spans } from './tracing/span.ts';
import { addTraces, traceOf } from './tracing/trace-of.ts';
import { answerClientError, installFaults, sendFault } from './send-fault.ts';

/**
 * The bare HTTP server: limits, request id, CORS, safe headers and the one error shape; no route yet.
 * Shape   limits, log, isStopping, what counts its answers, what takes its spans -> an app that does not listen
 */
export async function createApp(
  limits: HttpLimits,
  log: Logger,
  isStopping: () => boolean,
  meter: RequestMeter,
  spans: Spans | null,
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: limits.maxBodyBytes,
    requestTimeout: limits.requestReadTimeoutMs,
    trustProxy: limits.trustedProxies > 0 && ((_address: string, hop: number) => hop < limits.trustedProxies),
    http: {
      maxHeaderSize: limits.maxHeaderBytes,
      headersTimeout: limits.requestReadTimeoutMs,
      requestTimeout: limits.requestReadTimeoutMs,
      // Node looks for slow clients every 30 s by default, which would make the limit three times as long.
      connectionsCheckingInterval: Math.max(50, Math.min(1_000, limits.requestReadTimeoutMs / 4)),
    },
    genReqId: (request) => requestIdOf(request.headers['x-request-id']),
    requestIdHeader: false,
    clientErrorHandler: (error, socket) => answerClientError(error, socket, meter),
    // An address that cannot be decoded is refused before any hook runs.
    frameworkErrors: (_error, _request, reply) => {
      void sendFault(reply, 'BAD_REQUEST');
    },
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: false },
    exposeHeadRoutes: false,
  });
  app.decorate('meter', meter);
  addTraces(app, spans);
  app.removeContentTypeParser('text/plain');
  // With callbacks: a promise for each hook of each request is work for nothing.
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isStopping()) reply.header('connection', 'close');
    meter.answer(reply.statusCode);
    done();
  });
  if (log.isLevelEnabled('debug')) {
    app.addHook('onResponse', (request, reply, done) => {
      // The path alone: a GET carries the query and its variables behind the question mark.
      const path = request.url.split('?', 1)[0];
      const { traceId } = traceOf(request);
      const facts = {
        requestId: request.id,
        traceId,
        method: request.method,
        path,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      };
      log.debug(facts, 'answered');
      done();
    });
  }
  await app.register(cors, {
    origin: '*',
    credentials: false,
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    strictPreflight: false,
  });
  installFaults(app, log);
  return app;
}
