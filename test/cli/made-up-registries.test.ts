import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { freePorts } from '../../bench/free-ports.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { birge, plainEnvironment, runBirge } from './run-birge.ts';

const IS_IN = 'The made-up registries are in.\n';
/** Starting processes and importing is minutes of work on a machine that does other things as well. */
const LONG_MS = 240_000;
const QUERY =
  '{ kazakhstan { statements { totalCount } organizations { totalCount } changes(since: "2000-01-01T00:00:00Z", first: 1000) { totalCount nodes { entity } } } }';

interface Start {
  readonly output: () => string;
  ask(query: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** Gateway and one member, as `npm start` runs them on a machine where the others are away. */
async function up(dataFolder: string, settings: Record<string, string> = {}): Promise<Start> {
  const [gateway = 0, kazakhstan = 0] = await freePorts(2);
  const elsewhere = ['HUB', 'RUSSIA', 'UZBEKISTAN'].map((name) => [`ROUTING_URL_${name}`, 'http://elsewhere.invalid/graphql']);
  const env = {
    ...plainEnvironment(),
    ...Object.fromEntries(elsewhere),
    BIRGE_DATA: dataFolder,
    BIRGE_FROM_SOURCE: '1',
    PORT: String(gateway),
    ...settings,
  };
  const child = spawn(process.execPath, [birge, 'up'], {
    env: { ...env, ROUTING_URL_KAZAKHSTAN: `http://127.0.0.1:${kazakhstan}/graphql` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  whenFileEnds(() => stop(child));
  await until(() => output.includes('Open http') || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`it did not start:\n${output}`);
  return {
    output: () => output,
    ask: async (query) => {
      const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) };
      return (await fetch(`http://127.0.0.1:${gateway}/graphql`, request)).json();
    },
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill(signal);
  await ended;
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
};

async function journal(dataFolder: string): Promise<{ kind: string; rows_new: number; rows_rejected: number; file_name: string }[]> {
  const { out } = await runBirge(['import', 'list', '--network', 'kz', '--json'], { BIRGE_DATA: dataFolder });
  return (JSON.parse(out) as { result: Awaited<ReturnType<typeof journal>> }).result;
}

test(
  'the first start fills a network through intake, nobody outside sees it, and the second start adds nothing',
  async () => {
    const folder = await temporaryFolder();
    const first = await up(folder);
    const before = await first.ask(QUERY);
    expect(before).toMatchObject({ data: { kazakhstan: { statements: { totalCount: 33 } } } });
    expect(first.output()).not.toContain(IS_IN);
    await until(() => first.output().includes(IS_IN));
    expect(first.output()).toContain(
      'Filling kazakhstan with made-up registries, invisible from outside; BIRGE_SYNTHETIC=off leaves them out.',
    );
    const entries = await journal(folder);
    expect(entries.map(({ kind }) => kind).toReversed()).toEqual([
      'persons',
      'consents',
      'memberships',
      'participations',
      'trainings',
      'help-requests',
      'search-cases',
      'donations',
    ]);
    expect(entries.at(-1)).toMatchObject({ rows_new: 2_000, file_name: 'kz-persons-synthetic.csv' });
    for (const entry of entries) expect(entry).toMatchObject({ rows_rejected: 0, rows_new: expect.any(Number) });
    expect(entries.every(({ rows_new: added }) => added > 0)).toBe(true);

    // What anybody may ask is what it was before any record came.
    expect(await first.ask(QUERY)).toEqual(before);
    expect(JSON.stringify(before)).not.toContain('SYN-');
    await first.stop();

    const second = await up(folder);
    expect(second.output()).not.toContain('Filling');
    expect(await journal(folder)).toHaveLength(entries.length);
    await second.stop();
  },
  LONG_MS,
);

test(
  'a start that is killed in the middle of filling is followed by one that fills the rest',
  async () => {
    const folder = await temporaryFolder();
    const first = await up(folder);
    // The first file is there: filling has begun.
    await until(() => existsSync(join(folder, 'synthetic', 'kz', 'kz-persons-synthetic.csv')));
    await first.stop();
    expect(readdirSync(join(folder, 'synthetic'))).toContain('kazakhstan.to-fill');
    const second = await up(folder);
    await until(() => second.output().includes(IS_IN));
    expect((await journal(folder)).filter(({ rows_new: added }) => added > 0)).toHaveLength(8);
    expect(readdirSync(join(folder, 'synthetic'))).toEqual(['kz']);
    await second.stop();
  },
  LONG_MS,
);

test(
  'a database that is there, one that has a URL, and BIRGE_SYNTHETIC=off are left as they are',
  async () => {
    const folder = await temporaryFolder();
    const off = await up(folder, { BIRGE_SYNTHETIC: 'off' });
    expect(off.output()).not.toContain('Filling');
    await off.stop();
    const later = await up(folder);
    expect(later.output()).not.toContain('Filling');
    await later.stop();
    expect(await journal(folder)).toEqual([]);
    expect((await runBirge(['up'], { BIRGE_SYNTHETIC: 'maybe' })).err).toBe('birge: BIRGE_SYNTHETIC must be on or off, not "maybe".\n');
  },
  LONG_MS,
);
