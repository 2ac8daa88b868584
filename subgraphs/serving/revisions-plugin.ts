import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { RevisionLedger } from './revision-ledger.ts';

/** Names the data that an answer was made of, each with its revision: whoever keeps the answer knows for how long it is true. */
export const REVISIONS_HEADER = 'birge-revisions';

/** The context of a request whose answer may be labelled. */
export interface LabelledContext {
  readonly revisions: RevisionLedger;
}

/** Labels whole answers to queries. An error may have passed by itself until the next question, so an answer that has one bears no label. */
export function revisionsPlugin<Context extends LabelledContext>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body, http }, operation, contextValue }) {
          if (operation?.operation !== OperationTypeNode.QUERY || body.kind !== 'single' || body.singleResult.errors !== undefined) return;
          const label = contextValue.revisions.label();
          if (label !== null) http.headers.set(REVISIONS_HEADER, label);
        },
      };
    },
  };
}
