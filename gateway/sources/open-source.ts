import { Kind, OperationTypeNode, parse, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Logger } from 'pino';
import { Pool } from 'undici';
import { CALL_LIMITS, MemberCalls, type NotCalled } from '../../http/calls/member-calls.ts';
import { isClientErrorCode } from '../errors.ts';
import type { Ask, PrepareAsk } from '../execute/ask.ts';
import type { Member } from '../read-members.ts';
import type { GatewayContext } from '../request-context.ts';
import { compileCheck } from './compile-check.ts';
import { endOfAttempt } from './end-of-attempt.ts';
import { judgeAnswer } from './judge-answer.ts';
import { locateErrors, locateFailure, type LocatedError } from './locate-errors.ts';
import { isFailure, type Answer, type Failure } from './outcome.ts';
import type { RawAnswer } from './receive-answer.ts';
import { sendQuery } from './send-query.ts';
import type { SubgraphTypes } from './subgraph-types.ts';

export interface SourceOptions {
  readonly name: string;
  readonly url: string;
  readonly member: Member | null;
  /** Countries whose failures this subgraph may report: those it asks itself. */
  readonly speaksFor: ReadonlySet<string>;
  readonly types: SubgraphTypes;
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  /** Milliseconds for which a failing subgraph is left alone; 0: it is asked every time. */
  readonly breakerOpenMs: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: Logger;
}

export interface Source {
  readonly prepareAsk: PrepareAsk;
  /** Cuts what is still under way; only for a gateway that has stopped answering. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 1_000;
const WHY_NOT_CALLED: Readonly<Record<NotCalled, string>> = {
  OPEN: 'not called: it failed too often just now',
  BUSY: 'not called: too many calls are under way',
  LEFT_ALONE: 'not called: it asked to be left alone',
};

/**
 * The gateway's way to one subgraph, over connections that stay open. Whatever happens there, asking gives data or errors with a known code and a place;
 * it never throws, so one country's fault stays in that country's fields.
 * Source  schema/ERRORS.md, family `country`
 */
export function openSource(options: SourceOptions): Source {
  const { name, url, member, speaksFor, types, timeoutMs, maxAnswerBytes, now, random, log } = options;
  const address = readAddress(url);
  const pool = address === null ? null : openPool(address.origin);
  const calls = new MemberCalls({ ...CALL_LIMITS, openMs: options.breakerOpenMs }, { now, random });

  async function send(
    body: string,
    isQuery: boolean,
    judge: (raw: RawAnswer) => Answer | Failure,
    { requestId, deadlineMs, clientLeft }: GatewayContext,
  ): Promise<Answer | Failure> {
    if (address === null || pool === null) return { failed: 'COUNTRY_UNAVAILABLE', reason: 'it has no address' };
    const allowedMs = Math.min(timeoutMs, deadlineMs - now());
    if (allowedMs <= 0) return { failed: 'COUNTRY_TIMEOUT', reason: 'the request had no time left' };
    const terms = { isQuery, isHurried: allowedMs < timeoutMs / 2 };
    const attempt = async (timeLeftMs: number) => {
      const raw = await sendQuery({ dispatcher: pool, ...address, body, requestId, timeLeftMs, clientLeft, maxAnswerBytes });
      return endOfAttempt(isFailure(raw) ? raw : judge(raw), terms);
    };
    const answer = await calls.call(attempt, allowedMs);
    return typeof answer === 'string' ? { failed: 'COUNTRY_UNAVAILABLE', reason: WHY_NOT_CALLED[answer] } : answer;
  }

  function note({ requestId }: GatewayContext, reason: string): void {
    log.warn({ requestId, subgraph: name, reason }, 'a subgraph failed');
  }

  return {
    prepareAsk({ text, operationName }): Ask {
      const operation = operationOf(text);
      const isQuery = operation.operation === OperationTypeNode.QUERY;
      const rootKeys = keysOf(operation.selectionSet);
      const check = compileCheck(operation, { types, member });
      const head = `{"query":${JSON.stringify(text)},"variables":`;
      const tail = operationName === undefined ? '}' : `,"operationName":${JSON.stringify(operationName)}}`;
      const own = (errors: readonly LocatedError[]) =>
        errors.map((error) => (error.country === null && member !== null ? { ...error, country: member.country } : error));
      return async (variablesJson, entityTypes, context) => {
        const judge = (raw: RawAnswer) => judgeAnswer(raw, check, entityTypes);
        const outcome = await send(`${head}${variablesJson}${tail}`, isQuery, judge, context);
        if (isFailure(outcome)) {
          note(context, `${outcome.failed}: ${outcome.reason}`);
          return { data: null, errors: own(locateFailure(outcome.failed, rootKeys)) };
        }
        const { data, errors } = outcome;
        if (errors.length === 0) return { data, errors: [] };
        // What the client did wrong is no failure of the country that says so.
        if (errors.some(({ code }) => !isClientErrorCode(code))) note(context, 'errors of its own');
        return { data, errors: own(locateErrors(errors, rootKeys, data, speaksFor)) };
      };
    },
    async close() {
      await pool?.destroy();
    },
  };
}

/** Null for what is no address of HTTP; taken apart once, since a URL takes itself apart each time it is asked. */
function readAddress(url: string): { readonly origin: string; readonly path: string } | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, pathname, search } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? { origin, path: `${pathname}${search}` } : null;
}

/** The call's own deadline covers headers and body; undici's timers start anew with each byte. */
function openPool(origin: string): Pool {
  return new Pool(origin, { connections: CALL_LIMITS.atOnce, headersTimeout: 0, bodyTimeout: 0, connect: { timeout: CONNECT_TIMEOUT_MS } });
}

function operationOf(text: string): OperationDefinitionNode {
  const operation = parse(text, { noLocation: true }).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('the planner made a sub-query without an operation');
  return operation;
}

function keysOf(selectionSet: SelectionSetNode): string[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.alias?.value ?? selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? keysOf(selection.selectionSet) : [];
  });
}
