import { readFileSync } from 'node:fs';
import { FederationError } from '../../subgraphs/federation/federation-error.ts';
import { readDoor } from '../../subgraphs/federation/read-door.ts';
import { exitCode } from '../exit-code.ts';
import { UserError } from '../user-error.ts';

/** The text of a subgraph that is not made from code here. */
export interface ForeignText {
  readonly sdl: string;
  /** The contract version that a running subgraph tells; undefined: a file tells none. */
  readonly contractVersion?: string | null;
}

const TIMEOUT_MS = 10_000;

/** Errors  UserError: the file cannot be read */
export function readTextFile(file: string): ForeignText {
  try {
    return { sdl: readFileSync(file, 'utf8') };
  } catch (error) {
    throw new UserError(unreadable(file, error), exitCode.wrongUse, { cause: error });
  }
}

function unreadable(file: string, error: unknown): string {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { code: undefined, message: String(error) };
  if (code === 'ENOENT') return `there is no file ${file}.`;
  if (code === 'EISDIR') return `${file} is a folder; --sdl takes the file with the text.`;
  return `the text cannot be read: ${message}`;
}

/**
 * Asks a running subgraph for its text, as a gateway would, and for its contract version.
 * Shape   URL of its GraphQL endpoint -> text and version
 * Errors  UserError: nothing answers there, or what answers is no subgraph
 */
export async function askText(url: string): Promise<ForeignText> {
  const service = await ask(url, '{ _service { sdl } }');
  const sdl = (service['_service'] as { sdl?: unknown } | undefined)?.sdl;
  if (typeof sdl !== 'string') throw new UserError(`${url} answers, but is no subgraph: it gives no text for _service.`, exitCode.findings);
  const rootField = rootFieldOf(sdl);
  if (rootField === undefined) return { sdl };
  // A door without the field is refused, which tells that its contract is older than the field.
  const door = await ask(url, `{ ${rootField} { contractVersion } }`).catch(() => ({}));
  const version = (door as Record<string, { contractVersion?: unknown } | null | undefined>)[rootField]?.contractVersion;
  return { sdl, contractVersion: typeof version === 'string' ? version : null };
}

/** Undefined: the text has no door that could be asked; the check says what is wrong with it. */
function rootFieldOf(sdl: string): string | undefined {
  try {
    return readDoor(sdl)?.rootField;
  } catch (error) {
    if (error instanceof FederationError) return undefined;
    throw error;
  }
}

async function ask(url: string, query: string): Promise<Record<string, unknown>> {
  const fail = (reason: string, cause?: unknown): never => {
    throw new UserError(`${url} gives no answer: ${reason}.`, exitCode.findings, { cause });
  };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { data } = (await response.json()) as { data?: Record<string, unknown> | null };
    return data ?? fail(`status ${response.status}, without data`);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message || String(error.cause) : String(error);
    return fail(cause, error);
  }
}
