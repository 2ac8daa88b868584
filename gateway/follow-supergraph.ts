import type { Logger } from 'pino';
import type { ServedSupergraph } from './execute/served-supergraph.ts';
import { parseSupergraph, readSupergraphText, reasonOf, type Supergraph } from './read-supergraph.ts';

export interface FollowOptions {
  readonly file: string;
  /** Milliseconds between two looks; 0: it looks only when told to. */
  readonly pollMs: number;
  /** The text that is served when following begins. */
  readonly text: string;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Makes everything that serving a supergraph needs, warm. */
  readonly prepare: (supergraph: Supergraph) => Promise<ServedSupergraph>;
  readonly replace: (served: ServedSupergraph, supergraph: Supergraph) => void;
  readonly log: Logger;
}

export interface Following {
  /** Looks at the file now; ends when a changed one is served, or refused. */
  look(): Promise<void>;
  /** What is served, and what became of the changes so far. */
  readonly state: FollowState;
  stop(): void;
}

export interface FollowState {
  readonly text: string;
  /** On the clock that was given. */
  readonly sinceMs: number;
  readonly served: number;
  readonly refused: number;
  /** Whether the file holds a change that was refused. */
  readonly isChangeRefused: boolean;
}

/**
 * Serves a changed supergraph file. It compares the text: a watcher of files speaks twice, and of files that are half written.
 * Errors  none: a file that cannot be served is logged once, and the last good one stays
 */
export function followSupergraph({ file, pollMs, text, now, prepare, replace, log }: FollowOptions): Following {
  let state: FollowState = { text, sinceMs: now(), served: 0, refused: 0, isChangeRefused: false };
  /** Null: there was nothing to read. */
  let seen: string | null = text;
  let looking: Promise<void> | null = null;
  let isStopped = false;

  async function lookOnce(): Promise<void> {
    const found = await readSupergraphText(file).catch((error: unknown) => {
      if (seen !== null) refuse(error);
      return null;
    });
    if (found === seen) return;
    seen = found;
    if (found === state.text) state = { ...state, isChangeRefused: false };
    if (found === null || found === state.text) return;
    try {
      const supergraph = parseSupergraph(file, found);
      const next = await prepare(supergraph);
      if (isStopped) return;
      replace(next, supergraph);
      state = { ...state, text: found, sinceMs: now(), served: state.served + 1, isChangeRefused: false };
      log.info({ file }, 'a changed supergraph is served');
    } catch (error) {
      refuse(error);
    }
  }

  function refuse(error: unknown): void {
    state = { ...state, refused: state.refused + 1, isChangeRefused: true };
    log.error({ file, reason: reasonOf(error) }, 'the changed supergraph cannot be used; the last good one stays');
  }

  // One at a time; whoever asks meanwhile may have changed the file after it was read.
  const look = (): Promise<void> => {
    const before = looking;
    const next: Promise<void> = (before ?? Promise.resolve()).then(lookOnce).finally(() => {
      if (looking === next) looking = null;
    });
    return (looking = next);
  };
  const timer = pollMs === 0 ? null : setInterval(() => void (looking ?? look()), pollMs).unref();
  return {
    look,
    get state() {
      return state;
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearInterval(timer);
    },
  };
}
