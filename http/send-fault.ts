import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { RequestMeter } from './metrics/request-meter.ts';
import { httpErrors, type HttpErrorCode } from './errors.ts';
import { requestIdOf } from './request-id.ts';
import { traceOf } from './tracing/trace-of.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts the answers of this server. */
    readonly meter: RequestMeter;
  }
}

const CODE_OF_STATUS: Readonly<Record<number, HttpErrorCode>> = {
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  408: 'REQUEST_TIMEOUT',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
};

/** Answers a request that never became a query, in the shape of a GraphQL error. */
export function sendFault(reply: FastifyReply, code: HttpErrorCode): FastifyReply {
  if (httpErrors[code].family === 'client') reply.server.meter.refuse(code);
  return reply.code(httpErrors[code].httpStatus).type('application/json; charset=utf-8').send(faultBody(code, reply.request.id));
}

/** Replaces Fastify's own bodies for errors and unknown addresses. */
export function installFaults(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return sendFault(reply, CODE_OF_STATUS[status] ?? 'BAD_REQUEST');
    const { name, message, stack } = error;
    log.error({ requestId: request.id, traceId: traceOf(request).traceId, cause: { name, message, stack } }, 'a request failed');
    return sendFault(reply, 'INTERNAL_SERVER_ERROR');
  });
  app.setNotFoundHandler((request, reply) => {
    const url = request.url.split('?', 1)[0] ?? '';
    const allowed = (['GET', 'POST'] as const).filter((method) => app.hasRoute({ method, url }));
    if (allowed.length === 0) return sendFault(reply, 'NOT_FOUND');
    return sendFault(reply.header('allow', allowed.join(', ')), 'METHOD_NOT_ALLOWED');
  });
}

/**
 * Answers on a socket whose bytes never became a request: headers too large, too slow, or not HTTP.
 * Source  RFC 9110 408, RFC 6585 431; Node emits `clientError` and leaves the answer to us
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket, meter: RequestMeter): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const requestId = requestIdOf(undefined);
  const code = CODE_OF_STATUS[status] ?? 'BAD_REQUEST';
  meter.refuse(code);
  meter.answer(status);
  const body = faultBody(code, requestId);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    'access-control-allow-origin: *',
    'x-content-type-options: nosniff',
    `x-request-id: ${requestId}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function faultBody(code: HttpErrorCode, requestId: string): string {
  const { message, retryable } = httpErrors[code];
  return `${JSON.stringify({ errors: [{ message, extensions: { code, country: null, retryable, requestId } }] })}\n`;
}
