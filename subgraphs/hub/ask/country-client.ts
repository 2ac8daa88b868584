import type { Logger } from 'pino';
import { Agent } from 'undici';
import type { FederationCountry } from '../../federation/read-countries.ts';
import type { Outcome } from './outcome.ts';
import { postQuestion } from './post-question.ts';

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
}

/** Asks countries through their doors. It never throws for a country's fault: how the asking ended is the answer. */
export class CountryClient {
  // No timers of its own: the deadline of each question covers what they would.
  readonly #agent = new Agent({ connect: { timeout: 1_000 }, keepAliveTimeout: 4_000, headersTimeout: 0, bodyTimeout: 0 });
  readonly #addresses = new Map<string, { readonly origin: string; readonly path: string }>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  async ask(country: FederationCountry, question: DoorQuestion, { requestId, timeoutMs, isProbe = false }: AskOptions): Promise<Outcome> {
    const { typeName, routingUrl } = country;
    const declared = ['$birge_doors: [_Any!]!', ...question.variables].join(', ');
    const query = `query (${declared}) { _entities(representations: $birge_doors) { ... on ${typeName} { birge_code: code ${question.fields} } } }`;
    const variables = { ...question.values, birge_doors: [{ __typename: typeName, code: country.country }] };
    const headers = ['content-type', 'application/json', 'accept', 'application/graphql-response+json, application/json'];
    headers.push('x-request-id', requestId, 'birge-time-left-ms', String(timeoutMs));
    const posting = { ...this.#addressOf(routingUrl), headers, body: JSON.stringify({ query, variables }) };
    const reply = await postQuestion(this.#agent, posting, timeoutMs);
    if (reply.kind !== 'whole') {
      const cause = reply.kind === 'late' ? 'the time is over' : describe(reply.cause);
      if (!isProbe) this.#log.warn({ requestId, country: country.country, cause }, 'a country did not answer');
      return { kind: reply.kind === 'late' ? 'timedOut' : 'unavailable' };
    }
    const { statusCode, text } = reply;
    const outcome = judge(country, statusCode, text);
    if (outcome.kind !== 'answered' && !isProbe)
      this.#log.warn({ requestId, country: country.country, statusCode }, 'a country gave no usable answer');
    return outcome;
  }

  close(): Promise<void> {
    return this.#agent.close();
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

function judge({ country }: FederationCountry, statusCode: number, body: string): Outcome {
  const answer: unknown = parseJson(body);
  const door = doorOf(answer);
  // Beside an error some list is null: read as an answer it would pass for an empty one.
  if (isRecord(answer) && answer['errors'] !== undefined) return { kind: 'unavailable' };
  // Another country's code means that the answer is another's: never pass it off as this one's.
  return statusCode === 200 && door?.['birge_code'] === country ? { kind: 'answered', door } : { kind: 'unavailable' };
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
