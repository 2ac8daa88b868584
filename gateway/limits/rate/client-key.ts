import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIPv6 } from 'node:net';

export const API_KEY_HEADER = 'x-api-key';

/**
 * Who is counted as one client: the holder of a known API key, else an address; of IPv6 the first 64 bits, since one connection owns the rest.
 * Shape   address, headers, SHA-256 of the known keys in hexadecimal -> a name for counters, never shown to anybody
 * Errors  none: a key that is not known counts for nothing, or whoever makes up keys would have no limit
 */
export function clientKey(address: string, headers: IncomingHttpHeaders, apiKeys: ReadonlySet<string>): string {
  const key = headers[API_KEY_HEADER];
  if (typeof key === 'string' && apiKeys.size > 0) {
    const hash = createHash('sha256').update(key).digest('hex');
    if (apiKeys.has(hash)) return `key ${hash}`;
  }
  return networkOf(address);
}

function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ''] = address.split('%', 1);
  if (!isIPv6(bare)) return address;
  // `::` stands for as many zero groups as are missing of eight.
  const [head = '', tail] = bare.split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length);
  const whole = [...groups, ...Array.from({ length: missing }, () => '0'), ...behind];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
