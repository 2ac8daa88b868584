import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeptAnswer } from './answer-keeper.ts';

/**
 * Sends a kept answer; a GET that has the same bytes already gets 304 without them.
 * Source  RFC 9110, 13.1.2 If-None-Match (compared weakly); RFC 9211 Cache-Status
 */
export function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  kept: KeptAnswer,
  cacheControl: string,
  status: 'hit' | 'fwd=miss; stored',
): FastifyReply {
  const { type, body } = kept;
  reply.header('cache-status', `birge; ${status}`);
  if (request.method !== 'GET') return reply.header('content-type', type).header('cache-control', 'no-store').send(body);
  const { etag } = kept;
  reply.header('etag', etag).header('cache-control', cacheControl).header('vary', 'accept');
  const known = request.headers['if-none-match'];
  if (known !== undefined && isNamed(etag, known)) return reply.code(304).send();
  return reply.header('content-type', type).send(body);
}

function isNamed(etag: string, ifNoneMatch: string): boolean {
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
