import type { Logger } from 'pino';
import { Agent, request } from 'undici';
import type { FederationCountry } from '../../federation/read-countries.ts';
import type { Outcome } from './outcome.ts';

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

const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** Asks countries through their doors. It never throws for a country's fault: how the asking ended is the answer. */
export class CountryClient {
  readonly #agent = new Agent({ connect: { timeout: 1_000 }, keepAliveTimeout: 4_000 });
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  async ask(country: FederationCountry, question: DoorQuestion, { requestId, timeoutMs, isProbe = false }: AskOptions): Promise<Outcome> {
    const { typeName, routingUrl } = country;
    const declared = ['$birge_doors: [_Any!]!', ...question.variables].join(', ');
    const query = `query (${declared}) { _entities(representations: $birge_doors) { ... on ${typeName} { birge_code: code ${question.fields} } } }`;
    const variables = { ...question.values, birge_doors: [{ __typename: typeName, code: country.country }] };
    // One signal for connect, headers and body: a country that drips bytes is over time like one that says nothing.
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const { statusCode, body } = await request(routingUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          'x-request-id': requestId,
          'birge-time-left-ms': String(timeoutMs),
        },
        body: JSON.stringify({ query, variables }),
        dispatcher: this.#agent,
        signal,
      });
      const text = await readBody(body);
      const outcome = judge(country, statusCode, text);
      if (outcome.kind !== 'answered' && !isProbe)
        this.#log.warn({ requestId, country: country.country, statusCode }, 'a country gave no usable answer');
      return outcome;
    } catch (error) {
      if (!isProbe) this.#log.warn({ requestId, country: country.country, cause: describe(error) }, 'a country did not answer');
      return signal.aborted ? { kind: 'timedOut' } : { kind: 'unavailable' };
    }
  }

  close(): Promise<void> {
    return this.#agent.close();
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

async function readBody(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
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
