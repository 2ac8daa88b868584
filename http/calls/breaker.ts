import { CallWindow } from './call-window.ts';

/** CLOSED: calls go through. OPEN: none does. HALF_OPEN: one call tries whether the member is back. */
export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

export interface BreakerLimits {
  /** Milliseconds that it stays open before one call may try; 0: it never opens. */
  readonly openMs: number;
  /** It opens at this share of failures, from 0 to 1, … */
  readonly failureShare: number;
  /** … of at least so many calls of the last ten seconds, … */
  readonly leastCalls: number;
  /** … or after so many failures in a row. */
  readonly failuresInRow: number;
}

export const BREAKER_LIMITS: BreakerLimits = { openMs: 5_000, failureShare: 0.5, leastCalls: 10, failuresInRow: 5 };

/** What a call carries through the breaker. */
export interface BreakerPass {
  /** Whether it is the one that tries if the member is back. */
  readonly isTry: boolean;
}

/** Keeps calls away from a member that fails, so that nobody waits for it and it is left in peace. Source: docs/operate.md, "Breaker" */
export class Breaker {
  readonly #limits: BreakerLimits;
  readonly #now: () => number;
  readonly #window: CallWindow;
  #failuresInRow = 0;
  #openUntil = 0;
  #isOpen = false;
  #isTrying = false;
  #openings = 0;

  /** `now` gives milliseconds of a clock that never goes back. */
  constructor(limits: BreakerLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
    this.#window = new CallWindow(now);
  }

  get state(): BreakerState {
    if (!this.#isOpen) return 'CLOSED';
    return this.#now() >= this.#openUntil ? 'HALF_OPEN' : 'OPEN';
  }

  /** How often it opened. */
  get openings(): number {
    return this.#openings;
  }

  /** Lets a call go; null: not now. While it is half open, one call at a time goes and tries; it has to be settled or given back. */
  enter(): BreakerPass | null {
    if (!this.#isOpen) return { isTry: false };
    if (this.#isTrying || this.#now() < this.#openUntil) return null;
    this.#isTrying = true;
    return { isTry: true };
  }

  /** Tells how a call ended. One that began before the breaker opened says nothing of the member's return. */
  settle({ isTry }: BreakerPass, isFailure: boolean): void {
    if (isTry) {
      this.#isTrying = false;
      this.#end(isFailure);
    } else if (!this.#isOpen) {
      this.#window.add(isFailure);
      this.#failuresInRow = isFailure ? this.#failuresInRow + 1 : 0;
      if (isFailure && this.#isTooMuch()) this.#open();
    }
  }

  /** Gives back the pass of a call that ended without saying anything of the member. */
  giveBack({ isTry }: BreakerPass): void {
    if (isTry) this.#isTrying = false;
  }

  #end(isFailure: boolean): void {
    if (isFailure) return this.#open();
    this.#isOpen = false;
    this.#failuresInRow = 0;
    this.#window.clear();
  }

  #isTooMuch(): boolean {
    const { openMs, failuresInRow, leastCalls, failureShare } = this.#limits;
    if (openMs === 0) return false;
    if (this.#failuresInRow >= failuresInRow) return true;
    const { calls, marked } = this.#window.counts();
    return calls >= leastCalls && marked >= calls * failureShare;
  }

  #open(): void {
    this.#isOpen = true;
    this.#openings += 1;
    this.#openUntil = this.#now() + this.#limits.openMs;
  }
}
