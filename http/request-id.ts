import { randomUUID } from 'node:crypto';

const ACCEPTED = /^[\w.-]{1,64}$/;

/**
 * The name of a request in answers, in logs and towards other processes.
 * Shape   the client's `x-request-id` when it is harmless in a log line and in a header, else a new UUID
 */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && ACCEPTED.test(header) ? header : randomUUID();
}
