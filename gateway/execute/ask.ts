import type { CompiledFields } from './complete-data.ts';
import type { GatewayContext } from '../request-context.ts';
import type { LocatedError } from '../sources/locate-errors.ts';

/** One request that a plan makes, known once the plan is. */
export interface SubQuery {
  readonly subgraph: string;
  readonly text: string;
  readonly operationName: string | undefined;
  /** How the whole answer is completed, where all of it comes from fetches like this one; null: its answer has to be understood. */
  readonly whole: CompiledFields | null;
}

/** What came of one request: data, and each reason why parts of it are missing. `data` null comes with at least one error. */
export interface Outcome {
  /** What was read instead of data: JSON that can be sent on as it came, by root field. */
  readonly written?: WrittenFields;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly LocatedError[];
}

/** The values of root fields as JSON, by key. */
export type WrittenFields = ReadonlyMap<string, string>;

/**
 * Asks one sub-query of one subgraph.
 * Shape   variables as a JSON object or empty, type names of the representations among them, the client's request -> outcome
 * Errors  none thrown: an outcome tells them
 */
export interface Ask {
  (variablesJson: string, entityTypes: readonly string[], context: GatewayContext): Promise<Outcome>;
  /** Whether its answers may come written. */
  readonly isWritten?: boolean;
}

/** Prepares a sub-query when its plan is made, so that asking it costs a request and a judgment only. */
export type PrepareAsk = (subQuery: SubQuery) => Ask;
