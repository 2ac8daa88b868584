import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { Kind, parse, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Logger } from 'pino';
import { Agent } from 'undici';
import { isClientErrorCode } from '../errors.ts';
import type { Member } from '../read-members.ts';
import type { GatewayContext } from '../request-context.ts';
import { judgeAnswer } from './judge-answer.ts';
import { locateErrors, locateFailure, type LocatedError } from './locate-errors.ts';
import { isFailure, type Answer, type Failure } from './outcome.ts';
import { sendQuery } from './send-query.ts';
import type { SubgraphTypes } from './subgraph-types.ts';

type SourceResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;

export interface SubgraphSourceOptions {
  readonly name: string;
  readonly url: string;
  readonly member: Member | null;
  /** Countries whose failures this subgraph may report: those it asks itself. */
  readonly speaksFor: ReadonlySet<string>;
  readonly types: SubgraphTypes;
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly now: () => number;
  readonly log: Logger;
}

const MAX_CONNECTIONS = 64;
const MAX_WAITING = 64;
const CONNECT_TIMEOUT_MS = 1_000;

/**
 * The gateway's way to one subgraph. Whatever happens there, `process` returns data or errors with a known code and a place; it never throws, so one
 * country's fault stays in that country's fields.
 * Source  schema/ERRORS.md, family `country`
 */
export class SubgraphSource implements GraphQLDataSource {
  readonly #options: SubgraphSourceOptions;
  // The call's own signal covers headers and body; undici's timers start anew with each byte.
  readonly #agent = new Agent({
    connections: MAX_CONNECTIONS,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: CONNECT_TIMEOUT_MS },
  });
  #underway = 0;

  constructor(options: SubgraphSourceOptions) {
    this.#options = options;
  }

  async process(options: GraphQLDataSourceProcessOptions): Promise<SourceResponse> {
    const { request } = options;
    const context = options.context as GatewayContext;
    const document = ('document' in options ? options.document : undefined) ?? parse(request.query ?? '', { noLocation: true });
    const operation = operationOf(document);
    const rootKeys = keysOf(operation.selectionSet);
    const outcome = await this.#ask(request, operation, context);
    if (!isFailure(outcome)) {
      // What the client did wrong is no failure of the country that says so.
      if (outcome.errors.some(({ code }) => !isClientErrorCode(code))) this.#note(context, 'errors of its own');
      return this.#respond(outcome.data, locateErrors(outcome.errors, rootKeys, outcome.data, this.#options.speaksFor));
    }
    this.#note(context, `${outcome.failed}: ${outcome.reason}`);
    return this.#respond(null, locateFailure(outcome.failed, rootKeys));
  }

  /** Cuts what is still under way; only for a gateway that has stopped answering. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #ask(
    request: GraphQLDataSourceProcessOptions['request'],
    operation: OperationDefinitionNode,
    context: GatewayContext,
  ): Promise<Answer | Failure> {
    const { url, timeoutMs, maxAnswerBytes, now, types, member } = this.#options;
    const timeLeftMs = Math.min(timeoutMs, context.deadlineMs - now());
    if (timeLeftMs <= 0) return { failed: 'COUNTRY_TIMEOUT', reason: 'the request had no time left' };
    if (this.#underway >= MAX_CONNECTIONS + MAX_WAITING) return { failed: 'COUNTRY_UNAVAILABLE', reason: 'the queue is full' };
    this.#underway += 1;
    try {
      const { query, variables, operationName } = request;
      const body = JSON.stringify({ query, variables, operationName });
      const { requestId, clientLeft } = context;
      const raw = await sendQuery({ url, dispatcher: this.#agent, body, requestId, timeLeftMs, clientLeft, maxAnswerBytes });
      if (isFailure(raw)) return raw;
      return judgeAnswer(raw, operation, { types, member, entityTypes: entityTypesOf(variables) });
    } finally {
      this.#underway -= 1;
    }
  }

  #respond(data: Record<string, unknown> | null, errors: readonly LocatedError[]): SourceResponse {
    const own = this.#options.member?.country ?? null;
    // The word is for Apollo's own log alone; the border writes the sentence that a client reads.
    const located = errors.map(({ path, code, country, details }) => ({
      message: code,
      path,
      extensions: { code, country: country ?? own, details },
    }));
    return { data, ...(located.length > 0 ? { errors: located } : {}) };
  }

  #note(context: GatewayContext, reason: string): void {
    this.#options.log.warn({ requestId: context.requestId, subgraph: this.#options.name, reason }, 'a subgraph failed');
  }
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('the planner made a sub-query without an operation');
  return operation;
}

function keysOf(selectionSet: SelectionSetNode): string[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.alias?.value ?? selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? keysOf(selection.selectionSet) : [];
  });
}

function entityTypesOf(variables: Record<string, unknown> | undefined): string[] {
  const representations = variables?.['representations'];
  if (!Array.isArray(representations)) return [];
  return (representations as { __typename?: unknown }[]).map(({ __typename }) => String(__typename));
}
