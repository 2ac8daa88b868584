import type { Revisions } from './revision-header.ts';

interface Confirmed {
  readonly revision: string;
  /** When the question was sent that confirmed it: the data were at this revision no earlier. */
  readonly askedAtMs: number;
}

/**
 * Which revision of whose data is current, as far as it was confirmed lately.
 * Unit    milliseconds on one clock that never goes back; `holdsMs` is how long a confirmation counts
 */
export class CurrentRevisions {
  readonly #confirmed = new Map<string, Confirmed>();

  constructor(
    private readonly holdsMs: number,
    private readonly now: () => number,
  ) {}

  /** Whether every one of them was confirmed lately and is the current one. */
  areCurrent(revisions: Revisions): boolean {
    if (revisions.size === 0) return true;
    const since = this.now() - this.holdsMs;
    for (const [name, revision] of revisions) {
      const known = this.#confirmed.get(name);
      if (known === undefined || known.revision !== revision || known.askedAtMs < since) return false;
    }
    return true;
  }

  confirm(name: string, revision: string, askedAtMs: number): void {
    const known = this.#confirmed.get(name);
    if (known !== undefined && known.askedAtMs > askedAtMs) return;
    this.#confirmed.set(name, { revision, askedAtMs });
  }

  /** Whether a revision that came with an answer is another one than the confirmed; then neither is current until one is confirmed anew. */
  doubt(name: string, revision: string): boolean {
    const known = this.#confirmed.get(name);
    if (known === undefined || known.revision === revision) return false;
    this.#confirmed.delete(name);
    return true;
  }
}
