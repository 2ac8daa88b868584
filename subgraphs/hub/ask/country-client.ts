import type { Logger } from 'pino';
import { Agent } from 'undici';
import type { BreakerState } from '../../../http/calls/breaker.ts';
import { type AttemptEnd, CALL_LIMITS, type CallLimits, MemberCalls } from '../../../http/calls/member-calls.ts';
import { errorFacts } from '../../../http/error-facts.ts';
import { retryAfterMs } from '../../../http/calls/retry-after.ts';
import { CallMeters, type CallMeter } from '../../../http/metrics/call-meters.ts';
import { currentRequest } from '../../../http/current-request.ts';
import { newSpanId, RequestTrace, TRACEPARENT_HEADER } from '../../../http/tracing/request-trace.ts';
import type { Family } from '../../../http/metrics/family.ts';
import { Tally } from '../../../http/metrics/tally.ts';
import type { FederationCountry } from '../../federation/read-countries.ts';
import type { LastKnownCopies } from '../last-known/last-known-copies.ts';
import { AnswerChecks } from './answer-checks.ts';
import type { CheckDoor } from './compile-answer-check.ts';
import { isAway, type Outcome } from './outcome.ts';
import { postQuestion, type Reply } from './post-question.ts';
import { readRevision } from './read-revision.ts';

/** A question to one door: the fields below it, and what the query's variables stand for. */
export interface DoorQuestion {
  /** The selection set below the door without its braces. */
  readonly fields: string;
  /** Declarations of the variables, such as `$birge_p0: ID!`; names that begin with birge_ are the hub's own. */
  readonly variables: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

export interface AskOptions {
  readonly requestId: string;
  /** Milliseconds for connect, answer and parsing together. */
  readonly timeoutMs: number;
  /** A look in the background, whose failures are told once by whoever looks. */
  readonly isProbe?: boolean;
  /** Whether the last known copy may stand in for an answer. */
  readonly mayBeCopy?: boolean;
}

/** Breaks a country's calls off, and how long it is left alone then. */
export interface CountryClientOptions {
  readonly log: Logger;
  /** Milliseconds that a country's breaker stays open; 0: it never opens. Absent: as docs/operate.md says. */
  readonly breakerOpenMs?: number | undefined;
  /** Milliseconds that a country usually has: being late within less than half of it says nothing of the country. Absent: it always does. */
  readonly countryTimeoutMs?: number;
  /** Absent: nothing stands in for an answer. */
  readonly copies?: Pick<LastKnownCopies, 'keep' | 'find'>;
}

/** Asks countries through their doors. It never throws for a country's fault: how the asking ended is the answer. */
export class CountryClient {
  // No timers of its own: the deadline of each question covers what they would.
  readonly #agent = new Agent({ connect: { timeout: 1_000 }, keepAliveTimeout: 4_000, headersTimeout: 0, bodyTimeout: 0 });
  readonly #addresses = new Map<string, { readonly origin: string; readonly path: string }>();
  readonly #calls = new Map<string, MemberCalls>();
  readonly #checks = new AnswerChecks();
  readonly #limits: CallLimits;
  readonly #hurryMs: number;
  readonly #copies: CountryClientOptions['copies'];
  readonly #log: Logger;
  readonly #meters = new CallMeters();
  /** Last known copies that stood in, by country. */
  readonly copiesShown = new Tally<string>();

  constructor({ log, breakerOpenMs = CALL_LIMITS.openMs, countryTimeoutMs = 0, copies }: CountryClientOptions) {
    this.#hurryMs = countryTimeoutMs / 2;
    this.#log = log;
    this.#copies = copies;
    this.#limits = { ...CALL_LIMITS, openMs: breakerOpenMs };
  }

  /**
   * Asks one country; once more where that can do no harm, and not at all while its breaker is open. Where it may be a copy, the last known one stands in for a country
   * that is away or answers badly; never for one that answers with an error of its own, or refuses.
   */
  async ask(country: FederationCountry, question: DoorQuestion, options: AskOptions): Promise<Outcome> {
    const { typeName } = country;
    const declared = ['$birge_doors: [_Any!]!', ...question.variables].join(', ');
    const query = `query (${declared}) { _entities(representations: $birge_doors) { ... on ${typeName} { birge_code: code ${question.fields} } } }`;
    const body = JSON.stringify({
      query,
      variables: { ...question.values, birge_doors: [{ __typename: typeName, code: country.country }] },
    });
    const { outcome, text } = await this.#reach(country, body, this.#checks.of(country, query), options);
    if (options.mayBeCopy !== true || this.#copies === undefined) return outcome;
    if (outcome.kind === 'answered' && text !== null) this.#copies.keep(country.country, body, text);
    const copy = isAway(outcome) ? this.#copies.find(country.country, body) : null;
    const door = copy === null ? null : doorOf(parseJson(copy.answer));
    if (copy === null || door === null) return outcome;
    this.copiesShown.add(country.country);
    return { kind: 'answered', door, asOf: copy.asOf, revision: null };
  }

  async #reach(
    country: FederationCountry,
    body: string,
    check: CheckDoor,
    { requestId, timeoutMs, isProbe = false }: AskOptions,
  ): Promise<Judged> {
    const headers = ['content-type', 'application/json', 'accept', 'application/graphql-response+json, application/json'];
    // By the way of the request and not by hand: a reading belongs to whoever began it, and a look in the background to nobody.
    const trace = currentRequest.getStore()?.trace ?? new RequestTrace(undefined, null);
    const { traceId } = trace;
    const spanId = newSpanId();
    headers.push('x-request-id', requestId, TRACEPARENT_HEADER, trace.traceparent(spanId));
    const posting = { ...this.#addressOf(country.routingUrl), headers, body };
    const meter = this.#meterOf(country);
    let failure: string | null = null;
    const attempt = async (leftMs: number): Promise<AttemptEnd<Judged>> => {
      const timed = { ...posting, headers: [...headers, 'birge-time-left-ms', String(Math.floor(leftMs))] };
      const reply = await postQuestion(this.#agent, timed, leftMs);
      const end = endOfAttempt(country, reply, check, timeoutMs < this.#hurryMs);
      const { outcome, fault = causeOf(reply) } = end.answer;
      failure = failureOf(reply, outcome);
      if (outcome.kind !== 'answered' && !isProbe) {
        this.#log.warn({ requestId, traceId, country: country.country, cause: fault }, 'a country gave no usable answer');
      }
      return end;
    };
    // A probe looks whether the country is there: it has to reach it while nobody else may.
    if (isProbe) return (await attempt(timeoutMs)).answer;
    const begun = performance.now();
    const answer = await this.#callsTo(country.country).call(attempt, timeoutMs);
    if (failure !== null) meter.failures.add(failure);
    if (typeof answer !== 'string') {
      const ended = performance.now();
      meter.durations.add((ended - begun) / 1_000);
      const attributes = { 'birge.subgraph': country.subgraph, 'birge.country': country.country };
      trace.tell({ name: `call ${country.subgraph}`, kind: 'CLIENT', spanId, begunMs: begun, endedMs: ended, attributes, failure });
      return answer;
    }
    meter.failures.add('COUNTRY_UNAVAILABLE');
    this.#log.debug({ requestId, traceId, country: country.country, cause: answer }, 'a country was not called');
    return NOT_USABLE;
  }

  /** State of a country's breaker. */
  breakerOf(country: string): BreakerState {
    return this.#callsTo(country).state;
  }

  /** What is counted of the calls to these countries. */
  families(countries: readonly FederationCountry[]): Family[] {
    for (const country of countries) this.#meterOf(country);
    return this.#meters.families();
  }

  #meterOf({ subgraph, country }: FederationCountry): CallMeter {
    const meter = this.#meters.of(subgraph, country);
    meter.calls ??= this.#callsTo(country);
    return meter;
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  #callsTo(country: string): MemberCalls {
    let calls = this.#calls.get(country);
    if (calls === undefined) {
      calls = new MemberCalls(this.#limits, { now: () => performance.now(), random: Math.random });
      this.#calls.set(country, calls);
    }
    return calls;
  }

  #addressOf(url: string): { readonly origin: string; readonly path: string } {
    let address = this.#addresses.get(url);
    if (address === undefined) {
      const { origin, pathname, search } = new URL(url);
      address = { origin, path: `${pathname}${search}` };
      this.#addresses.set(url, address);
    }
    return address;
  }
}

/** Statuses under which the question may be sent once more: whoever gave them has not taken it. */
const NOT_TAKEN: ReadonlySet<number> = new Set([502, 503, 504]);

/** What a country's reply is worth. */
interface Judged {
  readonly outcome: Outcome;
  /** The answer as it came, where it is whole. */
  readonly text: string | null;
  /** Where it does not fit the question; absent: it was not looked at. For the log alone. */
  readonly fault?: string;
}

const NOT_USABLE: Judged = { outcome: { kind: 'unavailable' }, text: null };
const OWN_ERROR: Judged = { outcome: { kind: 'unavailable', isOwnError: true }, text: null };
const LATE: Judged = { outcome: { kind: 'timedOut' }, text: null };

type WholeReply = Extract<Reply, { readonly kind: 'whole' }>;

/** What a reply says of the country, and whether to ask once more. Source: docs/operate.md, "Breaker" */
function endOfAttempt(country: FederationCountry, reply: Reply, check: CheckDoor, isHurried: boolean): AttemptEnd<Judged> {
  // Else whoever sends questions with a millisecond to live could close a country to everybody.
  if (reply.kind === 'late') return { answer: LATE, health: isHurried ? 'UNKNOWN' : 'FAILED', mayRetry: false, leaveAloneMs: null };
  if (reply.kind === 'broken') {
    const mayRetry = !reply.hasBegun && !isSlowConnection(reply.cause) && !isNoHttp(reply.cause);
    return { answer: NOT_USABLE, health: 'FAILED', mayRetry, leaveAloneMs: null };
  }
  const { statusCode, retryAfter } = reply;
  const answer = judge(country, reply, check);
  const leaveAloneMs = statusCode === 429 || statusCode === 503 ? retryAfterMs(retryAfter, new Date()) : null;
  const isBad = isAway(answer.outcome);
  const isFailure = statusCode >= 500 || (statusCode < 400 && isBad);
  return { answer, health: isFailure ? 'FAILED' : 'GOOD', mayRetry: NOT_TAKEN.has(statusCode) && leaveAloneMs === null, leaveAloneMs };
}

/** Why a reply is no answer, in the words of schema/ERRORS.md; null: it is one. */
function failureOf(reply: Reply, outcome: Outcome): string | null {
  if (outcome.kind === 'answered') return null;
  if (reply.kind === 'late') return 'COUNTRY_TIMEOUT';
  if (reply.kind === 'broken') return 'COUNTRY_UNAVAILABLE';
  if (outcome.kind === 'unavailable' && outcome.isOwnError === true) return 'COUNTRY_ERROR';
  return reply.statusCode < 401 ? 'COUNTRY_BAD_ANSWER' : 'COUNTRY_UNAVAILABLE';
}

/** Bytes that are not HTTP, or headers without end: somebody is there, has the question, and is wrong. */
function isNoHttp(cause: unknown): boolean {
  const { name, code } = errorFacts(cause);
  return name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW';
}

function isSlowConnection(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'UND_ERR_CONNECT_TIMEOUT';
}

function causeOf(reply: Reply): string {
  if (reply.kind === 'late') return 'the time is over';
  return reply.kind === 'broken' ? describe(reply.cause) : `an answer of status ${reply.statusCode} that cannot be used`;
}

function judge({ country }: FederationCountry, { statusCode, label, text }: WholeReply, check: CheckDoor): Judged {
  const answer: unknown = parseJson(text);
  const door = doorOf(answer);
  // Beside an error some list is null: read as an answer it would pass for an empty one. The country itself is well.
  if (isRecord(answer) && answer['errors'] !== undefined) return statusCode === 200 ? OWN_ERROR : NOT_USABLE;
  // Another country's code means that the answer is another's: never pass it off as this one's.
  if (statusCode !== 200 || door?.['birge_code'] !== country) return NOT_USABLE;
  const fault = check(door);
  if (fault !== null) return { ...NOT_USABLE, fault: `a value that was not asked for: door${fault}` };
  return { outcome: { kind: 'answered', door, asOf: null, revision: readRevision(label, country) }, text };
}

function doorOf(answer: unknown): Readonly<Record<string, unknown>> | null {
  const data = isRecord(answer) ? answer['data'] : null;
  const entities: unknown = isRecord(data) ? data['_entities'] : null;
  const door: unknown = Array.isArray(entities) ? entities[0] : null;
  return isRecord(door) ? door : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
