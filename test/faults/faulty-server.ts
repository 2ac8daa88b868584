import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeAfterTest } from '../gateway/small-federation.ts';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What the true country answers to this request. */
  readonly truth: () => Promise<string>;
  /** An address that nobody may ever follow. */
  readonly trap: string;
}
export type Give = (exchange: Exchange) => void | Promise<void>;

/**
 * Stands before a country and does to each request what `give` says; starts as the country itself. The fault is looked up per request, so that it also
 * strikes connections that are kept alive.
 */
export async function openFaultyServer(target: string) {
  let give: Give = passOn;
  let hits = 0;
  const closedSockets: Promise<void>[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
      const truth = async () => (await fetch(target, { method: 'POST', headers, body: Buffer.concat(chunks) })).text();
      hits += 1;
      closedSockets.push(new Promise((resolve) => request.socket.once('close', () => resolve())));
      void give({ request, response, truth, trap: trap.url });
    });
  });
  const trap = await openTrap();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  closeAfterTest(async () => {
    if (server.listening) await close();
  });
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    port,
    strike(fault: Give): void {
      give = fault;
      hits = 0;
    },
    heal(): void {
      give = passOn;
    },
    /** Refuses every connection from now on. */
    shut: close,
    hits: () => hits,
    trapHits: trap.hits,
    /** Resolves when no connection that carried a request is open. */
    socketsClosed: async () => void (await Promise.all(closedSockets)),
  };
}

export async function passOn({ response, truth }: Exchange): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/graphql-response+json' }).end(await truth());
}

async function openTrap() {
  let count = 0;
  const server = createServer((_request, response) => {
    count += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeAfterTest(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/trap`, hits: () => count };
}
