import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues, type GraphQLSchema } from 'graphql';
import { costOf, findCostFault } from './cost.ts';
import { createOperationReader } from './create-operation-reader.ts';
import type { LimitedContext } from './limited-context.ts';
import type { GatewayLimits } from './limits.ts';
import { findPageFault } from './page-size.ts';
import type { Rate } from './rate/create-rate.ts';
import { rateFault } from './rate/rate-fault.ts';
import { findListFault } from './variable-lists.ts';

/**
 * The limits that depend on variables or on the client, asked with every request before a country is. What the members say of costs is read anew with
 * each supergraph.
 * Errors  LIST_TOO_LONG, PAGE_TOO_LARGE, QUERY_TOO_COSTLY, RATE_LIMITED
 */
export function operationLimits(limits: GatewayLimits, rate: Rate): ApolloServerPlugin<LimitedContext> {
  // A request that began before a change is read with the supergraph that it was validated against.
  const readers = new WeakMap<GraphQLSchema, ReturnType<typeof createOperationReader>>();
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ apiSchema, coreSupergraphSdl }) {
          if (coreSupergraphSdl !== undefined) readers.set(apiSchema, createOperationReader(apiSchema, coreSupergraphSdl));
        },
      };
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document, operation, schema, contextValue }) {
          const given = request.variables ?? {};
          const listFault = findListFault(given, limits);
          if (listFault !== null) throw listFault;
          const read = readers.get(schema);
          // Without an operation, or with variables that do not fit, nothing will be asked: whoever executes says what is wrong.
          if (!operation || read === undefined) return;
          const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
          if (variables === undefined) return;
          const { cost, pages } = read(document, operation);
          const points = costOf(cost, variables);
          const fault = findPageFault(pages, variables, limits) ?? findCostFault(points, limits);
          if (fault !== null) throw fault;
          const seconds = rate.takeCost(contextValue.client, points);
          if (seconds !== null) throw rateFault(seconds);
        },
      };
    },
  };
}
