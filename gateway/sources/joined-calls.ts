import { isFailure, type Answer, type Failure } from './outcome.ts';
import type { RawAnswer } from './receive-answer.ts';

/** What came of one call: the bytes are there when it is an answer, so that each asker makes data of its own from them. */
export interface CallResult {
  readonly outcome: Answer | Failure;
  readonly raw: RawAnswer | null;
}

interface UnderWay {
  readonly startedAtMs: number;
  readonly deadlineMs: number;
  readonly result: Promise<CallResult>;
}

/** One asker's terms. */
export interface Asker {
  /** On the clock of `now`: when it must have its outcome. */
  readonly deadlineMs: number;
  call(): Promise<CallResult>;
  judge(raw: RawAnswer): Answer | Failure;
}

/**
 * Lets identical questions to one subgraph share one call: those of many clients after a change, when nothing is kept yet. Nobody joins a call that may end
 * after its own deadline, or that began longer ago than an answer may be old.
 * Unit    withinMs: milliseconds; 0: every question is a call
 */
export class JoinedCalls {
  readonly #underWay = new Map<string, UnderWay>();
  /** Questions that needed no call of their own. */
  joined = 0;

  constructor(
    private readonly withinMs: number,
    private readonly now: () => number,
  ) {}

  /** Asks, or waits for whoever asks the same. */
  async ask(body: string, asker: Asker): Promise<Answer | Failure> {
    if (this.withinMs === 0) return (await asker.call()).outcome;
    const other = this.#underWay.get(body);
    if (other !== undefined && this.#mayJoin(other, asker)) {
      const { outcome, raw } = await other.result;
      // The other's client left: that says nothing of this one.
      if (isFailure(outcome)) return outcome.says === 'NOTHING' ? this.ask(body, asker) : outcome;
      this.joined += 1;
      return raw === null ? outcome : asker.judge(raw);
    }
    const result = asker.call();
    const own: UnderWay = { startedAtMs: this.now(), deadlineMs: asker.deadlineMs, result };
    this.#underWay.set(body, own);
    const { outcome } = await result;
    if (this.#underWay.get(body) === own) this.#underWay.delete(body);
    return outcome;
  }

  #mayJoin(other: UnderWay, { deadlineMs }: Asker): boolean {
    // One that ends much earlier was in a hurry, and being late for it is not being late for this one.
    const earlierMs = deadlineMs - other.deadlineMs;
    return earlierMs >= 0 && earlierMs <= this.withinMs && this.now() - other.startedAtMs < this.withinMs;
  }
}
