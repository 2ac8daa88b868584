import { setTimeout as wait } from 'node:timers/promises';
import { Breaker, BREAKER_LIMITS, type BreakerLimits, type BreakerPass, type BreakerState } from './breaker.ts';
import { CallWindow } from './call-window.ts';
import { Turnstile } from './turnstile.ts';

/** How one attempt ended, as far as calling goes on from it. */
export interface AttemptEnd<Answer> {
  readonly answer: Answer;
  /** GOOD: the member works. FAILED: it does not. UNKNOWN: the asker left before it could be seen. */
  readonly health: 'GOOD' | 'FAILED' | 'UNKNOWN';
  /** Whether the same question may be sent once more: it did not arrive, or the member says so. */
  readonly mayRetry: boolean;
  /** Milliseconds for which the member asks to be left alone. Null: it does not. */
  readonly leaveAloneMs: number | null;
}

/** Why a call was not made at all: the breaker is open, too many calls are under way, or the member asked to be left alone. */
export type NotCalled = 'OPEN' | 'BUSY' | 'LEFT_ALONE';

/** What became of the calls so far, and what is going on now. */
export interface CallCounts {
  /** Calls under way. */
  readonly inside: number;
  /** Calls that wait for a place. */
  readonly waiting: number;
  /** Calls that were made once more. */
  readonly repeated: number;
  readonly notCalled: Readonly<Record<NotCalled, number>>;
  /** How often the breaker opened, also after a call that tried. */
  readonly openings: number;
}

export interface CallLimits extends BreakerLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

export interface CallEnvironment {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

export const CALL_LIMITS: CallLimits = { ...BREAKER_LIMITS, atOnce: 64, waiting: 64 };

const RETRY_PAUSE_MS = { least: 100, most: 300 } as const;
/** A retry with less time than this would only be late. */
const RETRY_LEAST_LEFT_MS = 1_000;
const RETRY_SHARE = 0.1;
const RETRIES_ALWAYS = 3;
const LONGEST_LEFT_ALONE_MS = 60_000;

/**
 * All calls of this process to one member. Time is one budget for waiting, attempts and the pause between them.
 * Source  docs/operate.md, "Breaker"
 */
export class MemberCalls {
  readonly #environment: CallEnvironment;
  readonly #breaker: Breaker;
  readonly #turnstile: Turnstile;
  readonly #retries: CallWindow;
  readonly #notCalled: Record<NotCalled, number> = { OPEN: 0, BUSY: 0, LEFT_ALONE: 0 };
  #repeated = 0;
  #leaveAloneUntil = 0;

  constructor(limits: CallLimits, environment: CallEnvironment) {
    this.#environment = environment;
    this.#breaker = new Breaker(limits, environment.now);
    this.#turnstile = new Turnstile(limits.atOnce, limits.waiting);
    this.#retries = new CallWindow(environment.now);
  }

  get state(): BreakerState {
    return this.#breaker.state;
  }

  get counts(): CallCounts {
    return { ...this.#turnstile.counts, repeated: this.#repeated, notCalled: { ...this.#notCalled }, openings: this.#breaker.openings };
  }

  /**
   * Calls the member, once more where that can do no harm.
   * Shape   attempt (milliseconds left -> how it ended), milliseconds for all of it -> its answer, or why nobody was called
   */
  async call<Answer>(attempt: (timeoutMs: number) => Promise<AttemptEnd<Answer>>, timeoutMs: number): Promise<Answer | NotCalled> {
    const { now } = this.#environment;
    const begun = now();
    const timeLeftMs = (): number => timeoutMs - (now() - begun);
    if (begun < this.#leaveAloneUntil) return this.#turnAway('LEFT_ALONE');
    const pass = this.#breaker.enter();
    if (pass === null) return this.#turnAway('OPEN');
    if (!this.#turnstile.enterNow() && !(await this.#turnstile.enter(timeoutMs))) {
      this.#breaker.giveBack(pass);
      return this.#turnAway('BUSY');
    }
    try {
      const first = await this.#attempt(attempt, pass, timeLeftMs(), false);
      if (!first.mayRetry || !this.#mayRetry(timeLeftMs())) return first.answer;
      await wait(this.#pauseMs());
      // While we paused others may have found the member out.
      if (this.#breaker.state !== 'CLOSED') return first.answer;
      this.#repeated += 1;
      return (await this.#attempt(attempt, { isTry: false }, timeLeftMs(), true)).answer;
    } finally {
      this.#turnstile.leave();
    }
  }

  #turnAway(reason: NotCalled): NotCalled {
    this.#notCalled[reason] += 1;
    return reason;
  }

  async #attempt<Answer>(
    attempt: (timeoutMs: number) => Promise<AttemptEnd<Answer>>,
    pass: BreakerPass,
    timeLeftMs: number,
    isRetry: boolean,
  ): Promise<AttemptEnd<Answer>> {
    this.#retries.add(isRetry);
    let end: AttemptEnd<Answer> | null = null;
    try {
      end = await attempt(timeLeftMs);
    } finally {
      // Also after an error of our own: a pass that never comes back would keep the member away for good.
      if (end === null || end.health === 'UNKNOWN') this.#breaker.giveBack(pass);
      else this.#breaker.settle(pass, end.health === 'FAILED');
    }
    if (end.leaveAloneMs !== null) {
      this.#leaveAloneUntil = this.#environment.now() + Math.min(end.leaveAloneMs, LONGEST_LEFT_ALONE_MS);
    }
    return end;
  }

  #mayRetry(timeLeftMs: number): boolean {
    if (timeLeftMs < RETRY_LEAST_LEFT_MS + RETRY_PAUSE_MS.most || this.#breaker.state !== 'CLOSED') return false;
    const { calls, marked } = this.#retries.counts();
    return marked < RETRIES_ALWAYS || marked < calls * RETRY_SHARE;
  }

  #pauseMs(): number {
    const { least, most } = RETRY_PAUSE_MS;
    return least + Math.round(this.#environment.random() * (most - least));
  }
}
