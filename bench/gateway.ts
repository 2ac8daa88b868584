import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileDocument } from '../gateway/documents/compile-document.ts';
import { rounded } from './figures.ts';
import { manyDoors, threeDoors, type CannedFederation } from './gateway/canned-federation.ts';
import type { ContenderKind, ContenderTask } from './gateway/contender.ts';
import { driveLoad, quantile, type Question } from './gateway/drive-load.ts';
import { startProcess, type BenchProcess } from './gateway/start-process.ts';
import { WrongAnswer } from './statement-pages.ts';

// What a federated request costs the gateway, made anew or given again, beside Apollo's own gateway and a bare server of the same bytes, and how it grows with the countries.
const GOALS = { oursTimesStock: 1 / 6, keptTimesBareByPost: 2, keptTimesBareByGet: 1.3, countryTimesFewest: 1.1 };

/** Calls to subgraphs that are under way at any time: thirty-two requests to three countries, two to sixty. */
const CALLS_AT_ONCE = 96;

/** Rounds for the compiler, before any counts: ten thousand requests, after which the CPU of none of them falls any more. */
const WARM_UP = 25;

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
    requests: { type: 'string', default: '400' },
    countries: { type: 'string', default: '3,6,12,30,60' },
    profile: { type: 'string' },
    profiled: { type: 'string', default: 'ours' },
  },
});
const rounds = Number(flags.rounds);
const requests = Number(flags.requests);

interface Figures {
  readonly name: string;
  readonly cpuUs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const folder = await mkdtemp(join(tmpdir(), 'birge-bench-'));
try {
  const three = await measure(
    threeDoors(),
    ['stock POST', 'ours POST', 'kept POST', 'bare POST', 'kept GET', 'bare GET'],
    1,
    flags.profile ?? null,
  );
  const many = [];
  for (const countries of flags.countries.split(',').map(Number)) {
    const [ours] = await measure(manyDoors(countries), ['ours POST'], Math.max(1, countries / 6), null);
    many.push({ countries, cpuUs: ours?.cpuUs ?? Number.NaN, cpuUsPerCountry: rounded((ours?.cpuUs ?? Number.NaN) / countries) });
  }
  report(three, many);
} catch (error) {
  if (!(error instanceof WrongAnswer)) throw error;
  console.error(`void, a wrong answer: ${error.message}`);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The least CPU of some rounds, taken by turns: whatever else this machine does can only add to it. */
async function measure(
  federation: CannedFederation,
  runs: readonly `${ContenderKind} ${'POST' | 'GET'}`[],
  smaller: number,
  profile: string | null,
): Promise<Figures[]> {
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(supergraphFile, federation.supergraph);
  const canned = await startProcess(new URL('./gateway/canned-subgraphs.ts', import.meta.url), federation.answers);
  const compiled = compileDocument(federation.query);
  const documentId = 'fault' in compiled ? '' : compiled.id;
  // Of few or of many countries, as many calls are under way: else the larger would be measured under twenty times the load.
  const atOnce = Math.max(2, Math.round(CALLS_AT_ONCE / Object.keys(federation.answers).length));
  const processes = new Map<string, BenchProcess>();
  const contenders: { name: string; process: BenchProcess; ask: Question; cpuUs: number[]; latenciesMs: number[] }[] = [];
  try {
    for (const name of runs) {
      const [kind, method] = name.split(' ') as [ContenderKind, 'POST' | 'GET'];
      const profileFile = name === `${flags.profiled} POST` ? profile : null;
      const task: ContenderTask = {
        kind,
        supergraphFile,
        urls: canned.urls,
        bytes: JSON.stringify({ data: federation.data }),
        profileFile,
      };
      const child = processes.get(kind) ?? (await startProcess(new URL('./gateway/contender.ts', import.meta.url), task));
      processes.set(kind, child);
      const ask: Question = method === 'POST' ? { method, query: federation.query } : { method, documentId };
      contenders.push({ name, process: child, ask, cpuUs: [], latenciesMs: [] });
    }
    for (let round = -WARM_UP; round < rounds; round += 1) {
      for (const { name, process: child, ask, cpuUs, latenciesMs } of contenders) {
        // What is given again costs little: more of it, so that its round is as long as the others'.
        const count = Math.ceil(requests / smaller) * (name.startsWith('kept') || name.startsWith('bare') ? 5 : 1);
        if (round === 0 && name === `${flags.profiled} POST`) child.profile();
        await child.cpuUs();
        const load = await driveLoad(child.urls['graphql'] ?? '', ask, federation.data, count, atOnce);
        const used = await child.cpuUs();
        if (round < 0) continue;
        cpuUs.push(used / count);
        latenciesMs.push(...load.latenciesMs);
      }
    }
  } finally {
    for (const child of processes.values()) await child.stop();
    await canned.stop();
  }
  return contenders.map(({ name, cpuUs, latenciesMs }) => {
    const sorted = latenciesMs.toSorted((a, b) => a - b);
    return { name, cpuUs: rounded(Math.min(...cpuUs)), p50Ms: rounded(quantile(sorted, 0.5)), p99Ms: rounded(quantile(sorted, 0.99)) };
  });
}

function report(three: readonly Figures[], many: readonly { countries: number; cpuUs: number; cpuUsPerCountry: number }[]): void {
  const cpuOf = (name: string) => three.find((figures) => figures.name === name)?.cpuUs ?? Number.NaN;
  const ratios = {
    oursTimesStock: rounded(cpuOf('ours POST') / cpuOf('stock POST')),
    oursTimesBare: rounded(cpuOf('ours POST') / cpuOf('bare POST')),
    keptTimesBareByPost: rounded(cpuOf('kept POST') / cpuOf('bare POST')),
    keptTimesBareByGet: rounded(cpuOf('kept GET') / cpuOf('bare GET')),
  };
  const fewest = many[0]?.cpuUsPerCountry ?? Number.NaN;
  const growth = many.map(({ countries, cpuUs, cpuUsPerCountry }) => ({
    countries,
    cpuUs,
    cpuUsPerCountry,
    timesFewest: rounded(cpuUsPerCountry / fewest),
  }));
  const missed = [
    ...(['oursTimesStock', 'keptTimesBareByPost', 'keptTimesBareByGet'] as const).flatMap((name) =>
      ratios[name] <= GOALS[name] ? [] : [`${name} is ${ratios[name]}, ${rounded(GOALS[name])} is the goal`],
    ),
    ...growth.flatMap(({ countries, timesFewest }) =>
      timesFewest <= GOALS.countryTimesFewest ? [] : [`${countries} countries: CPU of one is ${timesFewest} x that of the fewest`],
    ),
  ];
  if (flags.json) {
    console.log(JSON.stringify({ goals: GOALS, three, ratios, many: growth, missed }, null, 2));
    return;
  }
  console.log(
    'Three doors, an answer of 10 kB, plans cached; answers made anew (ours) or given again (kept); CPU of the server for one request:',
  );
  console.table(three);
  console.table([ratios]);
  console.log('More countries, 1 kB of each:');
  console.table(growth);
  for (const line of missed) console.log(`goal missed: ${line}`);
  if (missed.length === 0) console.log('every goal is met');
}
