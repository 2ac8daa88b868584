const BUCKETS = 10;

interface Bucket {
  second: number;
  calls: number;
  marked: number;
}

/** Older than every clock: a process's own begins at 0, and looks back ten seconds from there. */
const EMPTY: Readonly<Bucket> = { second: Number.NEGATIVE_INFINITY, calls: 0, marked: 0 };

/** Counts calls of the last ten seconds, and those of them that are marked: failures, or retries. Memory does not grow with the calls. */
export class CallWindow {
  readonly #now: () => number;
  readonly #buckets: Bucket[] = Array.from({ length: BUCKETS }, () => ({ ...EMPTY }));

  /** `now` gives milliseconds of a clock that never goes back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  add(isMarked: boolean): void {
    const second = Math.floor(this.#now() / 1_000);
    const bucket = this.#buckets[second % BUCKETS];
    if (bucket === undefined) return;
    if (bucket.second !== second) Object.assign(bucket, { second, calls: 0, marked: 0 });
    bucket.calls += 1;
    if (isMarked) bucket.marked += 1;
  }

  counts(): { readonly calls: number; readonly marked: number } {
    const oldest = Math.floor(this.#now() / 1_000) - BUCKETS + 1;
    let [calls, marked] = [0, 0];
    for (const bucket of this.#buckets) {
      if (bucket.second < oldest) continue;
      calls += bucket.calls;
      marked += bucket.marked;
    }
    return { calls, marked };
  }

  clear(): void {
    for (const bucket of this.#buckets) Object.assign(bucket, EMPTY);
  }
}
