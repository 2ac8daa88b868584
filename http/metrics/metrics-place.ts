/** Where the page of metrics stands: beside everything else, at an address of its own, or nowhere. */
export type MetricsPlace = 'beside' | 'off' | { readonly host: string; readonly port: number };

/**
 * Reads METRICS, METRICS_HOST and METRICS_PORT. A port of its own takes the page away from the address that clients know.
 * Shape   environment as data, told of each fault -> place
 * Errors  none: a fault is told, with what is accepted
 */
export function readMetricsPlace(env: Readonly<Record<string, string | undefined>>, fault: (sentence: string) => void): MetricsPlace {
  const { METRICS: metrics = '', METRICS_HOST: host = '', METRICS_PORT: port = '' } = env;
  if (!['', 'on', 'off'].includes(metrics)) fault('METRICS must be on or off');
  if (metrics === 'off') return 'off';
  if (port === '') return 'beside';
  const number = Number(port);
  if (!/^\d+$/.test(port) || number > 65_535) fault('METRICS_PORT must be a whole number from 0 to 65535');
  return { host: host === '' ? '127.0.0.1' : host, port: number };
}
