import type { BreakerState } from '../calls/breaker.ts';
import type { MemberCalls, NotCalled } from '../calls/member-calls.ts';
import { DurationHistogram } from './duration-histogram.ts';
import { counter, gauge, type Family, type Sample } from './family.ts';
import { Tally } from './tally.ts';

/** What is counted of the calls to one member. */
export class CallMeter {
  readonly durations = new DurationHistogram();
  /** By code of the table of errors. */
  readonly failures = new Tally<string>();
  /** How it is called; null: it has no address. */
  calls: MemberCalls | null = null;
  /** Questions that needed no call of their own, since the same was asked just then; null: each has one. */
  joined: (() => number) | null = null;

  constructor(readonly labels: Sample['labels']) {}
}

const CALLS = 'birge_call_duration_seconds';
const STATES: readonly (readonly [BreakerState, string])[] = [
  ['CLOSED', 'closed'],
  ['OPEN', 'open'],
  ['HALF_OPEN', 'probing'],
];
const REASONS: readonly (readonly [NotCalled, string])[] = [
  ['OPEN', 'open'],
  ['BUSY', 'busy'],
  ['LEFT_ALONE', 'left_alone'],
];

/** Counts the calls of a process to the members that it asks. */
export class CallMeters {
  readonly #meters = new Map<string, CallMeter>();

  /** The meter of a subgraph, the same each time; `country` is empty for one that is no country. */
  of(subgraph: string, country: string): CallMeter {
    let meter = this.#meters.get(subgraph);
    if (meter === undefined) {
      meter = new CallMeter({ subgraph, country });
      this.#meters.set(subgraph, meter);
    }
    return meter;
  }

  /** Forgets the members that are none any more. */
  retain(subgraphs: ReadonlySet<string>): void {
    for (const subgraph of this.#meters.keys()) if (!subgraphs.has(subgraph)) this.#meters.delete(subgraph);
  }

  families(): Family[] {
    const meters = [...this.#meters.values()];
    const each = (samples: (calls: MemberCalls) => readonly Sample[]): Sample[] =>
      meters.flatMap(({ calls, labels }) =>
        calls === null ? [] : samples(calls).map((sample) => ({ ...sample, labels: { ...labels, ...sample.labels } })),
      );
    const one = (value: (counts: MemberCalls['counts']) => number) => each(({ counts }) => [{ labels: {}, value: value(counts) }]);
    return [
      {
        name: CALLS,
        help: 'Calls to a subgraph and how long they took, repetitions included.',
        type: 'histogram',
        values: meters.flatMap(({ durations, labels }) => durations.samples(CALLS, labels)),
      },
      counter(
        'birge_call_failures_total',
        'Calls to a subgraph that gave no whole answer, by code.',
        meters.flatMap(({ failures, labels }) => [...failures].map(([code, value]) => ({ labels: { ...labels, code }, value }))),
      ),
      counter(
        'birge_calls_not_made_total',
        'Calls to a subgraph that were not made: its breaker is open, too many are under way, or it asked to be left alone.',
        each(({ counts: { notCalled } }) => REASONS.map(([reason, name]) => ({ labels: { reason: name }, value: notCalled[reason] }))),
      ),
      counter(
        'birge_calls_joined_total',
        'Questions to a subgraph that shared the call of the same question.',
        meters.flatMap(({ joined, labels }) => (joined === null ? [] : [{ labels, value: joined() }])),
      ),
      counter(
        'birge_call_retries_total',
        'Calls to a subgraph that were made once more.',
        one(({ repeated }) => repeated),
      ),
      gauge(
        'birge_calls_under_way',
        'Calls to a subgraph that are under way.',
        one(({ inside }) => inside),
      ),
      gauge(
        'birge_calls_waiting',
        'Calls to a subgraph that wait for a place.',
        one(({ waiting }) => waiting),
      ),
      gauge(
        'birge_breaker_state',
        'State of the breaker for a subgraph: 1 for the one that it is in.',
        each(({ state }) => STATES.map(([which, name]) => ({ labels: { state: name }, value: state === which ? 1 : 0 }))),
      ),
      counter(
        'birge_breaker_openings_total',
        'How often the breaker for a subgraph opened.',
        one(({ openings }) => openings),
      ),
    ];
  }
}
