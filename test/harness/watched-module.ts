import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SubgraphModule } from '../../subgraphs/contract/subgraph-module.ts';
import { whenFileEnds } from './cleanup.ts';

/** A subgraph whose requests a test sees, and may keep waiting. */
export interface WatchedModule {
  readonly module: SubgraphModule;
  /** The queries that came, oldest first. */
  readonly queries: string[];
  /** While it is true, every connection is cut as soon as a question comes, also one for the revision. */
  cut(isCut: boolean): void;
  /** Labels answers with this instead of what the subgraph says; null: with nothing. */
  labelWith(label: (() => string | null) | undefined): void;
  /** Answers every question with this text. */
  answerWith(body: string): void;
  /** The next question that is no look at the country's state loses its connection. */
  cutNext(): void;
  /** Which queries wait until it is set to null again. */
  hold(which: ((query: string) => boolean) | null): void;
}

/** Puts a server of its own before a subgraph: everybody reaches the subgraph through it. */
export function watchedModule(module: SubgraphModule): WatchedModule {
  const queries: string[] = [];
  let isCut = false;
  let canned: string | null = null;
  let ownLabel: (() => string | null) | undefined;
  let isNextCut = false;
  let isHeld: ((query: string) => boolean) | null = null;
  let waiting: (() => void)[] = [];
  const open: SubgraphModule['open'] = async (options) => {
    const running = await module.open(options);
    return {
      close: () => running.close(),
      listen: async (address) => {
        const target = await running.listen(address);
        const passOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
          if (request.method === 'GET') {
            if (isCut) return void request.socket.destroy();
            const told = await fetch(new URL(request.url ?? '', target));
            return void response.writeHead(told.status, { 'content-type': 'application/json' }).end(await told.text());
          }
          const body = await text(request);
          const { query } = JSON.parse(body) as { query: string };
          queries.push(query);
          const isCutOnce = isNextCut && !query.includes('contractVersion');
          if (isCutOnce) isNextCut = false;
          if (isCut || isCutOnce) return void request.socket.destroy();
          if (canned !== null) return void response.writeHead(200, { 'content-type': 'application/json' }).end(canned);
          if (isHeld?.(query) === true) await new Promise<void>((resolve) => waiting.push(resolve));
          const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
          const answer = await fetch(target, { method: 'POST', headers, body });
          const label = ownLabel === undefined ? answer.headers.get('birge-revisions') : ownLabel();
          if (label !== null) response.setHeader('birge-revisions', label);
          response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(await answer.text());
        };
        // A client that left while its request was held takes no answer.
        const server = createServer((request, response) => void passOn(request, response).catch(() => response.destroy()));
        await new Promise<void>((resolve) => server.listen(0, address.host, resolve));
        whenFileEnds(async () => {
          server.closeAllConnections();
          await new Promise((resolve) => server.close(resolve));
        });
        return `http://${address.host}:${(server.address() as AddressInfo).port}/graphql`;
      },
    };
  };
  return {
    module: { ...module, open },
    queries,
    cut(isCutNow) {
      isCut = isCutNow;
    },
    labelWith(label) {
      ownLabel = label;
    },
    answerWith(body) {
      canned = body;
    },
    cutNext() {
      isNextCut = true;
    },
    hold(which) {
      isHeld = which;
      for (const goOn of waiting) goOn();
      waiting = [];
    },
  };
}
