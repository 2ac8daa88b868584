import { Kind, OperationTypeNode, parse, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Logger } from 'pino';
import { responseKey } from '../../http/answers/response-key.ts';
import type { NotCalled } from '../../http/calls/member-calls.ts';
import type { CallMeter } from '../../http/metrics/call-meters.ts';
import { newSpanId } from '../../http/tracing/request-trace.ts';
import { isClientErrorCode, type FailureCode } from '../errors.ts';
import type { Revisions } from '../cache/revision-header.ts';
import type { Ask, PrepareAsk } from '../execute/ask.ts';
import type { Member } from '../read-members.ts';
import type { GatewayContext } from '../request-context.ts';
import { compileCheck } from './compile-check.ts';
import { compileWritten } from './compile-written.ts';
import { endOfAttempt } from './end-of-attempt.ts';
import { judgeAnswer } from './judge-answer.ts';
import { locateErrors, locateFailure, type LocatedError } from './locate-errors.ts';
import { JoinedCalls, type CallResult } from './joined-calls.ts';
import type { Line } from './open-lines.ts';
import { isFailure, type Answer, type Failure } from './outcome.ts';
import type { RawAnswer } from './receive-answer.ts';
import { sendQuery } from './send-query.ts';
import type { SubgraphTypes } from './subgraph-types.ts';

export interface SourceOptions {
  readonly name: string;
  /** Null: it has no address. */
  readonly line: Line | null;
  /** Counts the calls. */
  readonly meter: CallMeter;
  readonly member: Member | null;
  /** Countries whose failures this subgraph may report: those it asks itself. */
  readonly speaksFor: ReadonlySet<string>;
  readonly types: SubgraphTypes;
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  /** Reads what an answer says of its revisions. */
  readonly hear: (subgraph: string, header: string | undefined) => Revisions | null;
  /** How old a call under way may be for others to wait for its answer; 0: each asks itself. */
  readonly joinWithinMs: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly log: Logger;
}

const NO_TIME_LEFT: Failure = { failed: 'COUNTRY_TIMEOUT', reason: 'the request had no time left', says: 'NOTHING' };

const WHY_NOT_CALLED: Readonly<Record<NotCalled, string>> = {
  OPEN: 'not called: it failed too often just now',
  BUSY: 'not called: too many calls are under way',
  LEFT_ALONE: 'not called: it asked to be left alone',
};

/**
 * Asks one subgraph over its line. Whatever happens there, asking gives data or errors with a known code and a place;
 * it never throws, so one country's fault stays in that country's fields.
 * Source  schema/ERRORS.md, family `country`
 */
export function openSource(options: SourceOptions): PrepareAsk {
  const { name, line, meter, member, speaksFor, types, timeoutMs, maxAnswerBytes, hear, joinWithinMs, now, log } = options;
  const joined = new JoinedCalls(joinWithinMs, now);
  meter.joined = () => joined.joined;

  async function send(
    body: string,
    isQuery: boolean,
    judge: (raw: RawAnswer) => Answer | Failure,
    { requestId, trace, deadlineMs, departure }: GatewayContext,
  ): Promise<CallResult> {
    let raw: RawAnswer | null = null;
    if (line === null) return { outcome: counted({ failed: 'COUNTRY_UNAVAILABLE', reason: 'it has no address' }), raw };
    const begun = now();
    const allowedMs = Math.min(timeoutMs, deadlineMs - begun);
    if (allowedMs <= 0) return { outcome: counted(NO_TIME_LEFT), raw };
    const terms = { isQuery, isHurried: allowedMs < timeoutMs / 2 };
    const { pool, origin, path, calls } = line;
    const spanId = newSpanId();
    const traceparent = trace.traceparent(spanId);
    const attempt = async (timeLeftMs: number) => {
      const call = { dispatcher: pool, origin, path, body, requestId, traceparent, timeLeftMs, departure, maxAnswerBytes };
      const received = await sendQuery(call);
      if (isFailure(received)) return endOfAttempt(received, terms);
      raw = received;
      return endOfAttempt(judge(received), terms);
    };
    const answer = await calls.call(attempt, allowedMs);
    if (typeof answer === 'string') return { outcome: counted({ failed: 'COUNTRY_UNAVAILABLE', reason: WHY_NOT_CALLED[answer] }), raw };
    const ended = now();
    meter.durations.add((ended - begun) / 1_000);
    if (trace.spans !== null) {
      const attributes = { 'birge.subgraph': name, ...(member === null ? {} : { 'birge.country': member.country }) };
      const failure = failureOf(answer);
      trace.tell({ name: `call ${name}`, kind: 'CLIENT', spanId, begunMs: begun, endedMs: ended, attributes, failure });
    }
    return { outcome: counted(answer), raw };
  }

  /** Counts a call that gave no whole answer. */
  function counted(outcome: Answer | Failure): Answer | Failure {
    const failure = failureOf(outcome);
    if (failure !== null) meter.failures.add(failure);
    return outcome;
  }

  function note({ requestId, trace: { traceId } }: GatewayContext, reason: string): void {
    log.warn({ requestId, traceId, subgraph: name, reason }, 'a subgraph failed');
  }

  return ({ text, operationName, whole }): Ask => {
    const operation = operationOf(text);
    const isQuery = operation.operation === OperationTypeNode.QUERY;
    const rootKeys = keysOf(operation.selectionSet);
    const check = compileCheck(operation, { types, member });
    const readWritten = whole === null ? null : compileWritten(operation, { types, member }, whole);
    const head = `{"query":${JSON.stringify(text)},"variables":`;
    const tail = operationName === undefined ? '}' : `,"operationName":${JSON.stringify(operationName)}}`;
    const own = (errors: readonly LocatedError[]) =>
      errors.map((error) => (error.country === null && member !== null ? { ...error, country: member.country } : error));
    const ask: Ask = async (variablesJson, entityTypes, context) => {
      const judge = (raw: RawAnswer): Answer | Failure => {
        const written = readWritten === null || raw.status !== 200 ? null : readWritten(raw.bytes);
        return written === null ? judgeAnswer(raw, check, entityTypes) : { data: null, errors: [], written, revisions: raw.revisions };
      };
      const body = `${head}${variablesJson}${tail}`;
      const call = () => send(body, isQuery, judge, context);
      const deadlineMs = Math.min(context.deadlineMs, now() + timeoutMs);
      const outcome = isQuery ? await joined.ask(body, { deadlineMs, call, judge }) : (await call()).outcome;
      if (isFailure(outcome)) {
        note(context, `${outcome.failed}: ${outcome.reason}`);
        context.basis.leaveOpen();
        return { data: null, errors: own(locateFailure(outcome.failed, rootKeys)) };
      }
      const { data, errors, written, revisions } = outcome;
      context.basis.add(errors.length === 0 ? hear(name, revisions) : null);
      if (errors.length === 0) return written === undefined ? { data, errors: [] } : { data, errors: [], written };
      if (hasOwnErrors(outcome)) note(context, 'errors of its own');
      return { data, errors: own(locateErrors(errors, rootKeys, data, speaksFor)) };
    };
    return Object.assign(ask, { isWritten: readWritten !== null });
  };
}

/** Why a call gave no whole answer; null: it did, or the client left, which says nothing. */
function failureOf(outcome: Answer | Failure): FailureCode | null {
  if (isFailure(outcome)) return outcome.says === 'NOTHING' ? null : outcome.failed;
  return hasOwnErrors(outcome) ? 'COUNTRY_ERROR' : null;
}

/** What the client did wrong is no failure of the country that says so. */
function hasOwnErrors({ errors }: Answer): boolean {
  return errors.some(({ code }) => !isClientErrorCode(code));
}

function operationOf(text: string): OperationDefinitionNode {
  const operation = parse(text, { noLocation: true }).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('the planner made a sub-query without an operation');
  return operation;
}

function keysOf(selectionSet: SelectionSetNode): string[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [responseKey(selection)];
    return selection.kind === Kind.INLINE_FRAGMENT ? keysOf(selection.selectionSet) : [];
  });
}
