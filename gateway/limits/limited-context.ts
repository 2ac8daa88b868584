import type { GatewayContext } from '../request-context.ts';

/** What the limits need to know of a request besides. */
export interface LimitedContext extends GatewayContext {
  /** Who is asking, as the rate counts: an API key's hash or an address; for counters only. */
  readonly client: string;
}
