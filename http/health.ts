import type { FastifyInstance } from 'fastify';

/**
 * `/health/live`: the event loop turns. `/health/ready`: send requests here.
 * Shape   `{ "status": "live" | "ready" | "not ready" | "stopping" }`, 503 for the last two
 * Errors  a readiness check that throws is not ready
 */
export function addHealth(app: FastifyInstance, isReady: () => boolean | Promise<boolean>, isStopping: () => boolean): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: 'stopping' });
    if (await isReadyNow(isReady)) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready' });
  });
}

async function isReadyNow(isReady: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await isReady();
  } catch {
    return false;
  }
}
