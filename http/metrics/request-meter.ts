import { DurationHistogram } from './duration-histogram.ts';
import { alone, counter, gauge, samplesBy, type Family } from './family.ts';
import { Tally } from './tally.ts';

/** What is counted of one operation. */
interface Counted {
  readonly durations: DurationHistogram;
  readonly failures: Tally<string>;
}

/** Stands for every operation that is not known by name: a client could make up any number of names. */
const OTHER = 'other';
const REQUESTS = 'birge_request_duration_seconds';

/** Counts the requests of one server: how many, how long, how they failed, which were refused. */
export class RequestMeter {
  readonly #operations: ReadonlySet<string> | null;
  readonly #counted = new Map<string, Counted>();
  readonly #answers = new Tally<number>();
  readonly #refusals = new Tally<string>();
  #underWay = 0;

  /** `operations`: names that are told apart; null: none is, and no label names one. */
  constructor(operations: ReadonlySet<string> | null) {
    this.#operations = operations;
  }

  begin(): void {
    this.#underWay += 1;
  }

  /**
   * Counts a request to /graphql that was answered. A failure is an answer that lacks something; it counts once, under its first code.
   * Unit    seconds
   */
  end(operation: string | null, seconds: number, failure: string | null): void {
    this.#underWay -= 1;
    const counted = this.#of(operation);
    counted.durations.add(seconds);
    if (failure !== null) counted.failures.add(failure);
  }

  /** Counts a request that was turned away before anything was looked up for it. */
  refuse(code: string): void {
    this.#refusals.add(code);
  }

  /** Counts an answer of any address. */
  answer(status: number): void {
    this.#answers.add(status);
  }

  families(): Family[] {
    const counted = [...this.#counted].map(([operation, counts]) => ({
      labels: this.#operations === null ? {} : { operation },
      ...counts,
    }));
    const durations = counted.flatMap(({ labels, durations: all }) => all.samples(REQUESTS, labels));
    const failures = counted.flatMap(({ labels, failures: codes }) =>
      samplesBy('code', codes).map((sample) => ({ ...sample, labels: { ...labels, ...sample.labels } })),
    );
    return [
      { name: REQUESTS, help: 'Requests to /graphql and how long they took.', type: 'histogram', values: durations },
      counter('birge_request_failures_total', 'Answers that lack something, by the code of their first error.', failures),
      gauge('birge_requests_under_way', 'Requests to /graphql that are being answered.', alone(this.#underWay)),
      counter(
        'birge_refusals_total',
        'Requests that were refused before anything was looked up, by code.',
        samplesBy('code', this.#refusals),
      ),
      counter('birge_http_answers_total', 'Answers of any address, by status.', samplesBy('status', this.#answers)),
    ];
  }

  #of(operation: string | null): Counted {
    const name = operation !== null && this.#operations?.has(operation) === true ? operation : OTHER;
    let counted = this.#counted.get(name);
    if (counted === undefined) {
      counted = { durations: new DurationHistogram(), failures: new Tally() };
      this.#counted.set(name, counted);
    }
    return counted;
  }
}
