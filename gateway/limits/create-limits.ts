import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { ValidationRule } from 'graphql';
import type { HttpLimits } from '../../http/limits.ts';
import type { RequestFacts } from '../../http/request-facts.ts';
import { sendFault } from '../../http/send-fault.ts';
import type { GatewayConfig } from '../config.ts';
import { documentRule } from './document-rule.ts';
import type { LimitedContext } from './limited-context.ts';
import { httpLimitsOf } from './limits.ts';
import { operationLimits } from './operation-limits.ts';
import { clientKey } from './rate/client-key.ts';
import { createRate } from './rate/create-rate.ts';

/** Where the limits stand in a server, in the order in which a request meets them. */
export interface Limits {
  readonly http: Omit<HttpLimits, 'drainMs' | 'finishMs'>;
  /** Refuses a client that asked too often, before its body is read. */
  addRate(app: FastifyInstance): void;
  /** Who is asking, as the rate counts. */
  clientOf(facts: Pick<RequestFacts, 'address' | 'headers'>): string;
  readonly validationRules: readonly ValidationRule[];
  readonly plugin: ApolloServerPlugin<LimitedContext>;
}

/** Every limit of a gateway, wired; each is a rule of its own. */
export function createLimits({ limits, trustedProxies, apiKeys }: GatewayConfig, now: () => number): Limits {
  const rate = createRate(limits, now);
  const clientOf = ({ address, headers }: Pick<RequestFacts, 'address' | 'headers'>) => clientKey(address, headers, apiKeys);
  return {
    http: { ...httpLimitsOf(limits), trustedProxies },
    clientOf,
    addRate(app) {
      app.addHook('onRequest', (request, reply, done) => {
        if (request.routeOptions.url !== '/graphql') return done();
        const seconds = rate.takeRequest(clientOf({ address: request.ip, headers: request.headers }));
        if (seconds === null) return done();
        sendFault(reply.header('retry-after', String(seconds)), 'RATE_LIMITED');
      });
    },
    validationRules: [documentRule(limits)],
    plugin: operationLimits(limits, rate),
  };
}
