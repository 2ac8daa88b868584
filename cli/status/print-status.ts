import type { Trouble } from './find-troubles.ts';
import type { ProcessStatus, Status } from './read-status.ts';

const NOT_TOLD = '-';
const HEADER = ['process', 'state', 'ms', 'requests', 'failed', 'breaker', 'published', 'imported', 'revision'];
const RIGHT = new Set(['ms', 'requests', 'failed']);

/** The status for people: a table of processes, a line of the gateway's, and what is not well. */
export function printStatus({ processes, gateway }: Status, troubles: readonly Trouble[]): string {
  const { supergraph, supergraphAgeSeconds: age, cacheHitRate } = gateway;
  const served = supergraph === null ? [] : [`supergraph ${supergraph}${age === null ? '' : `, served for ${inWords(age)}`}`];
  const cached = cacheHitRate === null ? [] : [`${percent(cacheHitRate)} of the answers given again`];
  const facts = [...served, ...cached];
  return [
    ...table([HEADER, ...processes.map(rowOf)]),
    ...(facts.length === 0 ? [] : ['', `gateway: ${facts.join('; ')}`]),
    '',
    ...(troubles.length === 0 ? ['All is well.'] : troubles.map(({ code, process, message }) => `${process}: ${message} (${code})`)),
  ].join('\n');
}

function rowOf({
  name,
  readiness,
  latencyMs,
  requests,
  failureRate,
  breakers,
  lastPublishedAt,
  lastImportAt,
  revision,
}: ProcessStatus): string[] {
  return [
    name,
    readiness,
    latencyMs === null ? NOT_TOLD : String(latencyMs),
    requests === null ? NOT_TOLD : String(requests),
    failureRate === null ? NOT_TOLD : percent(failureRate),
    breakerWords(breakers),
    lastPublishedAt?.slice(0, 10) ?? NOT_TOLD,
    lastImportAt?.slice(0, 10) ?? NOT_TOLD,
    revision?.slice(0, 8) ?? NOT_TOLD,
  ];
}

/** One word where both say the same. */
function breakerWords({ gateway, hub }: ProcessStatus['breakers']): string {
  const told = [
    ['gateway', gateway],
    ['hub', hub],
  ].filter(([, state]) => state !== null);
  const [first] = told;
  if (first === undefined) return NOT_TOLD;
  return told.every(([, state]) => state === first[1]) ? String(first[1]) : told.map(([by, state]) => `${state} (${by})`).join(' ');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (RIGHT.has(HEADER[column] ?? '') ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
}
