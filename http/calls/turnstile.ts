/** Lets at most so many calls in at once; further ones wait in a short line, and what is beyond it is turned away. */
export class Turnstile {
  readonly #places: number;
  readonly #line: number;
  readonly #waiting = new Set<() => void>();
  #inside = 0;

  /** `places` calls at once, `line` of them waiting; 0 places: no limit. */
  constructor(places: number, line: number) {
    this.#places = places;
    this.#line = line;
  }

  /** Calls inside and waiting, for metrics. */
  get counts(): { readonly inside: number; readonly waiting: number } {
    return { inside: this.#inside, waiting: this.#waiting.size };
  }

  /** Enters at once where there is room; false: there is none. */
  enterNow(): boolean {
    if (this.#places > 0 && this.#inside >= this.#places) return false;
    this.#inside += 1;
    return true;
  }

  /** Waits for a place, at most so many milliseconds; false: none came free, or the line is full. */
  async enter(timeoutMs: number): Promise<boolean> {
    if (this.enterNow()) return true;
    if (this.#waiting.size >= this.#line) return false;
    return new Promise<boolean>((resolve) => {
      const end = (isIn: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(goIn);
        resolve(isIn);
      };
      const goIn = (): void => end(true);
      const timer = setTimeout(() => end(false), timeoutMs);
      this.#waiting.add(goIn);
    });
  }

  /** A call leaves; its place goes to the one that has waited longest. */
  leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#inside -= 1;
    else next();
  }
}
