import type { FastifyInstance } from 'fastify';

export interface Health {
  /** Whether anybody ever looked if it is ready: then somebody sends requests here until he sees that it no longer is. */
  isWatched(): boolean;
}

/**
 * `/health/live`: the event loop turns. `/health/ready`: send requests here.
 * Shape   `{ "status": "live" | "ready" | "not ready" | "stopping" }`, 503 for the last two
 * Errors  a readiness check that throws is not ready
 */
export function addHealth(app: FastifyInstance, isReady: () => boolean | Promise<boolean>, isStopping: () => boolean): Health {
  let isWatched = false;
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    isWatched = true;
    if (isStopping()) return reply.code(503).send({ status: 'stopping' });
    if (await isReadyNow(isReady)) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready' });
  });
  return { isWatched: () => isWatched };
}

async function isReadyNow(isReady: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await isReady();
  } catch {
    return false;
  }
}
