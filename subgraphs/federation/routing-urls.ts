const prefix = 'ROUTING_URL_';

/**
 * The routing URLs that an operator sets by environment, by subgraph name: `ROUTING_URL_KAZAKHSTAN` moves `kazakhstan`.
 * Shape   environment as data -> { name: url }; an empty value counts as absent
 * Errors  none: readRoverConfig judges the URLs, since it knows the members
 */
export function routingUrlsFrom(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const entries = Object.entries(env).flatMap(([key, value]): [string, string][] =>
    key.startsWith(prefix) && value ? [[key.slice(prefix.length).toLowerCase(), value]] : [],
  );
  return Object.fromEntries(entries);
}
