import { isRecord } from '../../http/is-record.ts';

/** What the hub knows of one country. */
export interface KnownNetwork {
  readonly code: string;
  /** Null: the hub has not looked yet. */
  readonly up: boolean | null;
  readonly lastPublishedAt: string | null;
}

const QUERY = '{ networkStatus { code up lastPublishedAt } }';
const PATIENCE_MS = 3_000;

/**
 * What the hub knows of the countries, by code.
 * Errors  none: a hub that does not answer in time knows nothing
 */
export async function askNetworks(hubUrl: string): Promise<ReadonlyMap<string, KnownNetwork>> {
  try {
    const response = await fetch(hubUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: QUERY }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer: unknown = await response.json();
    const data = isRecord(answer) && isRecord(answer['data']) ? answer['data']['networkStatus'] : null;
    const networks = Array.isArray(data) ? data.filter(isRecord) : [];
    return new Map(networks.map((network) => [String(network['code']), readNetwork(network)]));
  } catch {
    return new Map();
  }
}

function readNetwork({ code, up, lastPublishedAt }: Readonly<Record<string, unknown>>): KnownNetwork {
  return {
    code: String(code),
    up: typeof up === 'boolean' ? up : null,
    lastPublishedAt: typeof lastPublishedAt === 'string' ? lastPublishedAt : null,
  };
}
