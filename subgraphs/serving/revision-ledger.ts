/** What names and revisions are written with. Source: schema/decisions/0012-data-revisions.md */
const WRITABLE = /^[A-Za-z0-9._-]{1,64}$/;

/** Which data one answer was made of, and at which revision: filled where data is read, made into the label of the answer at its end. */
export class RevisionLedger {
  readonly #used = new Map<string, string>();
  #isUncovered = false;

  /** Notes data that the answer uses. Null: its revision is not known. Two revisions of the same data make no label: the answer holds both. */
  use(name: string, revision: string | null): void {
    const before = this.#used.get(name);
    if (revision === null || !WRITABLE.test(name) || !WRITABLE.test(revision) || (before !== undefined && before !== revision))
      this.leaveUnlabelled();
    else this.#used.set(name, revision);
  }

  /** Notes that the answer depends on what no revision covers: a clock, who asks, whether another process is up. */
  leaveUnlabelled(): void {
    this.#isUncovered = true;
  }

  /** The same clock, but an answer for which it is read stays without a label. */
  watchClock(now: () => Date): () => Date {
    return () => {
      this.leaveUnlabelled();
      return now();
    };
  }

  /** What the answer was made of, such as `HUB=4, KZ=12.3`. Null: revisions do not tell all of it. */
  label(): string | null {
    if (this.#isUncovered || this.#used.size === 0) return null;
    return [...this.#used]
      .map(([name, revision]) => `${name}=${revision}`)
      .toSorted()
      .join(', ');
  }
}
