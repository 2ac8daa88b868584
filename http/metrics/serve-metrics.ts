import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { ReadFamilies } from './family.ts';
import { type MetricsPage, writeMetricsPage } from './metrics-page.ts';
import type { MetricsPlace } from './metrics-place.ts';

/** The page of metrics of one server. */
export interface ServedMetrics {
  /** Listens where it has an address of its own. */
  listen(): Promise<void>;
  close(): void;
}

/**
 * `/metrics`: what this process tells of itself, in the text format of Prometheus.
 * Errors  `listen` rejects with what the operating system says of the port
 */
export function serveMetrics(app: FastifyInstance, place: MetricsPlace, readers: readonly ReadFamilies[], log: Logger): ServedMetrics {
  const write = (): Promise<MetricsPage> => writeMetricsPage(readers, log);
  if (place === 'beside') {
    app.get('/metrics', async (_request, reply) => {
      const { type, text } = await write();
      // Who runs this reads it, no page of another site that happens to be open in a browser beside it.
      return reply.removeHeader('access-control-allow-origin').header('cache-control', 'no-store').type(type).send(text);
    });
  }
  const server = typeof place === 'string' ? null : openOwnServer(write);
  return {
    async listen() {
      if (server === null || typeof place === 'string') return;
      await new Promise<void>((resolve, reject) => {
        // Named, since the process has another port that could be meant.
        server.once('error', (error) => reject(Object.assign(error, { setting: 'METRICS_PORT' })));
        server.listen(place.port, place.host, resolve);
      });
      const { port } = server.address() as AddressInfo;
      log.info({ url: `http://${place.host.includes(':') ? `[${place.host}]` : place.host}:${port}/metrics` }, 'the metrics are told');
    },
    close() {
      server?.closeAllConnections();
      server?.close();
    },
  };
}

/** A server for this one page. */
function openOwnServer(write: () => Promise<MetricsPage>): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?', 1)[0] !== '/metrics') return response.writeHead(404).end();
    return void write().then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      () => response.writeHead(503).end(),
    );
  });
}
