import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { currentRequest } from './current-request.ts';

/**
 * Notes that a document was refused before execution and cuts its errors to a number; errors beside data are never cut.
 * Source  GraphQL over HTTP, 6.4: such an answer has no `data`
 */
export function refusalsPlugin<C extends BaseContext>(maxErrors: number): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single' || response.body.singleResult.data !== undefined) return;
          const { errors } = response.body.singleResult;
          if (errors === undefined) return;
          response.body.singleResult.errors = errors.slice(0, maxErrors);
          const request = currentRequest.getStore();
          const isOfHttp = errors.some((error) => error.extensions?.['code'] === 'BAD_REQUEST');
          if (request !== undefined && !isOfHttp) request.isRefused = true;
        },
      };
    },
  };
}
