import type { Revisions } from './revision-header.ts';

/** What one answer rests on: gathered while it is made, and known only when every part of it told its revisions. */
export class AnswerBasis {
  readonly #revisions = new Map<string, string>();
  #isKnown = true;
  #isWhole = false;

  /** Notes the revisions of one part; null: that part rests on something without a revision. */
  add(revisions: Revisions | null): void {
    if (!this.#isKnown) return;
    if (revisions === null) return this.leaveOpen();
    for (const [name, revision] of revisions) {
      const known = this.#revisions.get(name);
      // Two moments of one country in one answer: no revision is that of the whole.
      if (known !== undefined && known !== revision) return this.leaveOpen();
      this.#revisions.set(name, revision);
    }
  }

  /** Says that no revisions tell how long the answer holds. */
  leaveOpen(): void {
    this.#isKnown = false;
  }

  /** Says that every part of it was added: it is a public answer to a query, without an error. */
  complete(): void {
    this.#isWhole = true;
  }

  /** Null when the answer may not be given again; empty when it rests on the supergraph alone. */
  get revisions(): Revisions | null {
    return this.#isKnown && this.#isWhole ? this.#revisions : null;
  }
}
