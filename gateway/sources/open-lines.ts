import { Pool } from 'undici';
import { CALL_LIMITS, MemberCalls, type CallEnvironment } from '../../http/calls/member-calls.ts';

/** The way to one address of one subgraph: its open connections, and what is known of its health. */
export interface Line {
  readonly pool: Pool;
  readonly origin: string;
  readonly path: string;
  readonly calls: MemberCalls;
}

export interface Lines {
  /** The same line for the same subgraph and address; null for what is no address of HTTP. */
  to(subgraph: string, url: string): Line | null;
  /** Cuts what is still under way; only for a gateway that has stopped answering. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 1_000;

/**
 * The ways of one process to its subgraphs. They outlive a supergraph: a new one finds the connections open, and a failing subgraph is still left alone.
 * Shape   milliseconds for which a failing subgraph is left alone (0: it is asked every time), clock and chance
 */
export function openLines(breakerOpenMs: number, environment: CallEnvironment): Lines {
  const lines = new Map<string, Line>();
  return {
    to(subgraph, url) {
      const key = `${subgraph} ${url}`;
      const known = lines.get(key);
      const address = known === undefined ? readAddress(url) : null;
      if (address === null) return known ?? null;
      const calls = new MemberCalls({ ...CALL_LIMITS, openMs: breakerOpenMs }, environment);
      const line = { ...address, pool: openPool(address.origin), calls };
      lines.set(key, line);
      return line;
    },
    async close() {
      await Promise.all([...lines.values()].map(({ pool }) => pool.destroy()));
    },
  };
}

/** Null for what is no address of HTTP; taken apart once, since a URL takes itself apart each time it is asked. */
function readAddress(url: string): { readonly origin: string; readonly path: string } | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, pathname, search } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? { origin, path: `${pathname}${search}` } : null;
}

/** The call's own deadline covers headers and body; undici's timers start anew with each byte. */
function openPool(origin: string): Pool {
  return new Pool(origin, { connections: CALL_LIMITS.atOnce, headersTimeout: 0, bodyTimeout: 0, connect: { timeout: CONNECT_TIMEOUT_MS } });
}
