import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { randomFrom } from '../differential/random.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { birge, plainEnvironment, runBirge } from './run-birge.ts';

const SEED = 20260301;
/** BIRGE_TEST_KILLS makes a run shorter where there is no time for all. */
const KILLS = Number(process.env['BIRGE_TEST_KILLS'] ?? 100);
/** Imports at once, each into a database of its own. */
const LANES = 2;
const ROWS = 2_000;
const PATIENCE_MS = 900_000;
const STEPS = ['reading the file', 'checking all rows', 'comparing with', 'writing'];

interface Lane {
  readonly folder: string;
  /** What the database holds under each of the two files. */
  readonly states: readonly [string, string];
}

const fileOf = (folder: string, state: number): string => join(folder, `participations-${state}.csv`);
const firstFile = (folder: string): string => join(folder, 'participations-first.csv');
const argsOf = (folder: string, file: string, kind: string): string[] => [
  'import',
  file,
  '--as',
  kind,
  '--network',
  'kz',
  '--data',
  folder,
  '--mapping',
  join(folder, `${kind}.yaml`),
  '--commit',
  '--allow-drop',
];

const MAPPINGS = {
  persons: 'version: 1\nkind: persons\ncolumns: { key: sourceKey }\n',
  participations: 'version: 1\nkind: participations\ncolumns: { key: sourceKey, person: personKey, date: date, minutes: minutes }\n',
};

/** The participations of a database, whoever brought them, and that its file is sound. */
function stateOf(folder: string): string {
  const database = new DatabaseSync(join(folder, 'kazakhstan.sqlite'));
  try {
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    // It is away while the rows of a first file go in.
    const indexes = database.prepare(`select name from sqlite_master where type = 'index' and tbl_name = 'record_participation'`).all();
    expect(indexes.map(({ name }) => name)).toEqual(['record_participation_by_key']);
    const rows = database
      .prepare(
        'select p.source_key as "key", u.source_key as person, date, minutes from record_participation p join record_person u on u.id = p.person_id order by 1',
      )
      .all();
    return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  } finally {
    database.close();
  }
}

async function openLane(): Promise<Lane> {
  const folder = await temporaryFolder();
  for (const [kind, text] of Object.entries(MAPPINGS)) await writeFile(join(folder, `${kind}.yaml`), text);
  const persons = Array.from({ length: 50 }, (_, index) => `P${index}`);
  await writeFile(join(folder, 'persons.csv'), ['key', ...persons].join('\n'));
  for (const state of [0, 1]) {
    // Half of the rows are the same, a quarter changes, a quarter comes or goes.
    const rows = Array.from({ length: ROWS }, (_, index) => {
      const key = index % 4 === 3 ? `k${state}-${index}` : `k${index}`;
      return `${key},P${index % 50},2024-05-${String((index % 28) + 1).padStart(2, '0')},${index % 4 === 2 ? 10 + state : 5}`;
    });
    await writeFile(fileOf(folder, state), ['key,person,date,minutes', ...rows].join('\n'));
  }
  const bring = async (file: string, kind: string): Promise<void> => {
    const { code, err } = await runBirge(argsOf(folder, file, kind));
    if (code !== 0) throw new Error(err);
  };
  await bring(join(folder, 'persons.csv'), 'persons');
  await bring(fileOf(folder, 1), 'participations');
  const other = stateOf(folder);
  await bring(fileOf(folder, 0), 'participations');
  return { folder, states: [stateOf(folder), other] };
}

/** When the process is killed: a while after it began, or after one of its steps did. */
interface Moment {
  readonly step: string | null;
  readonly afterMs: number;
}

/** What a process had printed when it was killed, and how long after its step it ended by itself; null: it did not. */
interface Killed {
  readonly out: string;
  readonly endedMs: number | null;
}

/** Kills an import at a moment. */
async function killAt(folder: string, file: string, { step, afterMs }: Moment): Promise<Killed> {
  const child = spawn(process.execPath, [birge, ...argsOf(folder, file, 'participations')], {
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let out = '';
  let told = '';
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (step !== null && told.includes(step)) begin();
  });
  if (step === null) begin();
  await Promise.race([begun, ended]);
  const begunAt = performance.now();
  await Promise.race([pause(afterMs, undefined, { ref: false }), ended]);
  const endedMs = child.exitCode === null ? null : performance.now() - begunAt;
  child.kill('SIGKILL');
  await ended;
  return { out, endedMs };
}

/** How long an import takes from the beginning of each step to its end; that of the whole process under null. The lane is as before when this is done. */
async function timeSteps(folder: string): Promise<ReadonlyMap<string | null, number>> {
  const took = new Map<string | null, number>();
  // A file that is there already has no steps.
  for (const [index, step] of [null, null, ...STEPS].entries()) {
    const { endedMs } = await killAt(folder, fileOf(folder, (index + 1) % 2), { step, afterMs: PATIENCE_MS });
    took.set(step, endedMs ?? 0);
  }
  return took;
}

test(
  `an import that is killed at ${KILLS} moments is there or is not, and the next one needs no repair (seed ${SEED})`,
  async () => {
    const next = randomFrom(SEED);
    const lanes = await Promise.all(Array.from({ length: LANES }, openLane));
    const took = await timeSteps(lanes[0]!.folder);
    const within = (step: string | null): Moment => ({ step, afterMs: next() * (took.get(step) ?? 0) * 1.2 });
    const moments: Moment[] = Array.from({ length: KILLS }, () =>
      within(next() < 0.3 ? null : (STEPS[Math.floor(next() * STEPS.length)] ?? null)),
    );
    // How fast a machine is changes: some are late for sure.
    for (let late = 1; late <= LANES; late += 1) moments[KILLS - late] = { step: 'writing', afterMs: (took.get('writing') ?? 0) * 3 };
    const outcomes = { before: 0, after: 0, told: 0 };
    const killIn = async ({ folder, states }: Lane, own: readonly Moment[]): Promise<void> => {
      let current = 0;
      for (const moment of own) {
        const wanted = 1 - current;
        const { out } = await killAt(folder, fileOf(folder, wanted), moment);
        const state = stateOf(folder);
        expect({ moment, isOneOfBoth: states.includes(state) }).toEqual({ moment, isOneOfBoth: true });
        const isTold = out.includes('is written');
        if (isTold) expect({ moment, state }).toEqual({ moment, state: states[wanted as 0 | 1] });
        current = states.indexOf(state);
        outcomes[current === wanted ? 'after' : 'before'] += 1;
        outcomes.told += Number(isTold);
      }
      // Nothing is in the way of the next import.
      const { code, err } = await runBirge(argsOf(folder, fileOf(folder, 1 - current), 'participations'));
      expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
      expect(stateOf(folder)).toBe(states[(1 - current) as 0 | 1]);
    };
    await Promise.all(
      lanes.map((lane, index) =>
        killIn(
          lane,
          moments.filter((_, place) => place % LANES === index),
        ),
      ),
    );
    // Moments that all fall on one side would show nothing.
    expect(outcomes.before).toBeGreaterThan(KILLS / 10);
    expect(outcomes.after).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);

/** Rows enough that many are in their table before all are read. */
const FIRST_ROWS = 150_000;
const FIRST_DAYS = 3_000;
const FIRST_KILLS = Math.max(8, Math.round(KILLS * 0.16));

/** Takes everything away that an import of participations left. */
function emptyParticipations(folder: string): void {
  const database = new DatabaseSync(join(folder, 'kazakhstan.sqlite'));
  database.exec(`delete from record_participation; delete from import_journal where kind = 'participations'`);
  database.close();
}

test(
  `a first import that is killed at ${FIRST_KILLS} moments is there or is not, though its rows go in while it reads (seed ${SEED})`,
  async () => {
    const next = randomFrom(SEED);
    const { folder } = await openLane();
    const file = firstFile(folder);
    const rows = Array.from({ length: FIRST_ROWS }, (_, index) => {
      const day = new Date(Date.UTC(2015, 0, 1 + (index % FIRST_DAYS))).toISOString().slice(0, 10);
      return `f${(index * 7_919) % 1_000_003},P${Math.floor(index / FIRST_DAYS)},${day},5`;
    });
    await writeFile(file, ['key,person,date,minutes', ...rows].join('\n'));
    emptyParticipations(folder);
    const empty = stateOf(folder);
    const { endedMs } = await killAt(folder, file, { step: 'reading the file', afterMs: PATIENCE_MS });
    let workMs = endedMs ?? 0;
    const whole = stateOf(folder);
    expect(whole).not.toBe(empty);
    const outcomes = { before: 0, after: 0 };
    for (let kill = 0; kill < FIRST_KILLS; kill += 1) {
      emptyParticipations(folder);
      const { out, endedMs: sooner } = await killAt(folder, file, { step: 'reading the file', afterMs: next() * workMs });
      // How fast a machine is changes.
      workMs = sooner ?? workMs;
      const state = stateOf(folder);
      expect([empty, whole]).toContain(state);
      if (out.includes('is written')) expect(state).toBe(whole);
      outcomes[state === whole ? 'after' : 'before'] += 1;
    }
    expect(outcomes.before).toBeGreaterThan(FIRST_KILLS / 6);
    emptyParticipations(folder);
    expect((await runBirge(argsOf(folder, file, 'participations'))).code).toBe(0);
    expect(stateOf(folder)).toBe(whole);
  },
  PATIENCE_MS,
);
