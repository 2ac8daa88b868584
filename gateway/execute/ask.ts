import type { GatewayContext } from '../request-context.ts';
import type { LocatedError } from '../sources/locate-errors.ts';

/** One request that a plan makes, known once the plan is. */
export interface SubQuery {
  readonly subgraph: string;
  readonly text: string;
  readonly operationName: string | undefined;
}

/** What came of one request: data, and each reason why parts of it are missing. `data` null comes with at least one error. */
export interface Outcome {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly LocatedError[];
}

/**
 * Asks one sub-query of one subgraph.
 * Shape   variables as a JSON object or empty, type names of the representations among them, the client's request -> outcome
 * Errors  none thrown: an outcome tells them
 */
export type Ask = (variablesJson: string, entityTypes: readonly string[], context: GatewayContext) => Promise<Outcome>;

/** Prepares a sub-query when its plan is made, so that asking it costs a request and a judgment only. */
export type PrepareAsk = (subQuery: SubQuery) => Ask;
