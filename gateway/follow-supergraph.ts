import type { Logger } from 'pino';
import type { ServedSupergraph } from './execute/served-supergraph.ts';
import { parseSupergraph, readSupergraphText, reasonOf, type Supergraph } from './read-supergraph.ts';

export interface FollowOptions {
  readonly file: string;
  /** Milliseconds between two looks; 0: it looks only when told to. */
  readonly pollMs: number;
  /** The text that is served when following begins. */
  readonly text: string;
  /** Makes everything that serving a supergraph needs, warm. */
  readonly prepare: (supergraph: Supergraph) => Promise<ServedSupergraph>;
  readonly replace: (served: ServedSupergraph, supergraph: Supergraph) => void;
  readonly log: Logger;
}

export interface Following {
  /** Looks at the file now; ends when a changed one is served, or refused. */
  look(): Promise<void>;
  stop(): void;
}

/**
 * Serves a changed supergraph file. It compares the text: a watcher of files speaks twice, and of files that are half written.
 * Errors  none: a file that cannot be served is logged once, and the last good one stays
 */
export function followSupergraph({ file, pollMs, text, prepare, replace, log }: FollowOptions): Following {
  let served = text;
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
    if (found === null || found === served) return;
    try {
      const supergraph = parseSupergraph(file, found);
      const next = await prepare(supergraph);
      if (isStopped) return;
      replace(next, supergraph);
      served = found;
      log.info({ file }, 'a changed supergraph is served');
    } catch (error) {
      refuse(error);
    }
  }

  function refuse(error: unknown): void {
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
    stop() {
      isStopped = true;
      if (timer !== null) clearInterval(timer);
    },
  };
}
