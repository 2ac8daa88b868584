import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { leanMemory } from '../cli/lean-memory.mjs';
import { projectRoot } from '../cli/project-root.ts';
import { rounded } from './figures.ts';
import type { IntakeFigures } from './intake-process.ts';

// What it costs to bring a file of participations in, all checks on, beside the database's own reader of CSV on the same file in the same run.
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    persons: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    postgresql: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows);
const persons = Number(values.persons);
const rounds = Number(values.rounds);
const SMALL = Math.max(1_000, Math.round(rows / 10));
const MOST_TIMES = 4;
const MOST_MEGABYTES = 300;

interface Figures {
  readonly database: string;
  readonly rows: number;
  readonly megabytes: number;
  readonly peerMs: number;
  readonly importMs: number;
  readonly rowsPerSecond: number;
  readonly ratio: number;
  readonly againRatio: number;
  readonly peakMegabytes: number;
  readonly peakMegabytesOfTenth: number;
}

const folder = mkdtempSync(join(tmpdir(), 'birge-intake-'));
try {
  const file = await writeParticipations(join(folder, 'participations.csv'), rows);
  const small = await writeParticipations(join(folder, 'tenth.csv'), SMALL);
  const personsFile = writePersons(join(folder, 'persons.csv'));
  const figures: Figures[] = [await measure('SQLite', undefined, file, small, personsFile)];
  if (values.postgresql !== undefined) figures.push(await measure('PostgreSQL', values.postgresql, file, small, personsFile));
  report(figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Both by turns, each into a database of its own, and the least of each: a machine is slower now and then, and never faster. */
async function measure(name: string, server: string | undefined, file: string, small: string, personsFile: string): Promise<Figures> {
  const peers: number[] = [];
  const firsts: IntakeFigures[] = [];
  let place = '';
  for (let round = 1; round <= rounds; round += 1) {
    peers.push(server === undefined ? sqlitePeer(file) : postgresqlPeer(server, file));
    place = await withPersons(`${name}-${round}`, server, personsFile);
    firsts.push(await bringIn(place, file, 'participations'));
  }
  const again = await bringIn(place, file, 'participations');
  const tenth = await bringIn(await withPersons(`${name}-tenth`, server, personsFile), small, 'participations');
  if (firsts.some((first) => first.new !== rows) || again.unchanged !== rows)
    throw new Error(`${name}: not every row came in; the run is void`);
  const [peerMs, importMs] = [Math.min(...peers), Math.min(...firsts.map(({ ms }) => ms))];
  return {
    database: name,
    rows,
    megabytes: Math.round(statSync(file).size / 1e6),
    peerMs: Math.round(peerMs),
    importMs: Math.round(importMs),
    rowsPerSecond: Math.round(rows / (importMs / 1000)),
    ratio: rounded(importMs / peerMs),
    againRatio: rounded(again.ms / importMs),
    peakMegabytes: Math.round(Math.max(...firsts.map(({ peakBytes }) => peakBytes)) / 1e6),
    peakMegabytesOfTenth: Math.round(tenth.peakBytes / 1e6),
  };
}

/** A new database that holds the persons. */
async function withPersons(name: string, server: string | undefined, personsFile: string): Promise<string> {
  const place = server === undefined ? join(folder, name) : emptyDatabase(server, 'birge_bench_intake');
  await bringIn(place, personsFile, 'persons');
  return place;
}

/** One import in a process of its own, so that its memory is its own. */
async function bringIn(place: string, file: string, kind: string): Promise<IntakeFigures> {
  const child = spawn(
    process.execPath,
    [
      ...leanMemory,
      '--import',
      join(projectRoot, 'cli', 'register.mjs'),
      join(projectRoot, 'bench', 'intake-process.ts'),
      place,
      file,
      kind,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`bringing ${kind} in ended with ${code}`);
  return JSON.parse(out) as IntakeFigures;
}

function timed(command: string, args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error !== undefined || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return performance.now() - started;
}

/** What the database's own program takes for the same file. */
function sqlitePeer(file: string): number {
  const place = join(folder, 'peer.sqlite');
  rmSync(place, { force: true });
  return timed('sqlite3', [place, `.import --csv ${file} participations`]);
}

function postgresqlPeer(server: string, file: string): number {
  const url = emptyDatabase(server, 'birge_bench_peer');
  const columns = ['source_key', 'person_key', 'action_id', 'role', 'date', 'minutes', 'confirmed_by'].map((name) => `${name} text`);
  timed('psql', [url, '-qc', `create table participations (${columns.join(', ')})`]);
  return timed('psql', [url, '-qc', `\\copy participations from '${file}' csv header`]);
}

function emptyDatabase(server: string, name: string): string {
  timed('psql', [server, '-qc', `drop database if exists ${name} with (force)`]);
  timed('psql', [server, '-qc', `create database ${name}`]);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function writePersons(file: string): string {
  const lines = Array.from(
    { length: persons },
    (_, index) => `${keyOf(index)},19${60 + (index % 40)}-0${(index % 9) + 1}-15,${'FMU'[index % 3]},KZ-75,2019-01-01`,
  );
  writeFileSync(file, `sourceKey,birthDate,sex,regionId,joinedOn\n${lines.join('\n')}\n`);
  return file;
}

/** A made-up key in the form registries give: nobody's. */
function keyOf(index: number): string {
  return `VOL-${String(index).padStart(10, '0')}`;
}

async function writeParticipations(file: string, count: number): Promise<string> {
  const stream = createWriteStream(file);
  stream.write('sourceKey,personKey,actionId,role,date,minutes,confirmedBy\n');
  const AT_ONCE = 10_000;
  for (let start = 0; start < count; start += AT_ONCE) {
    let text = '';
    for (let index = start; index < Math.min(count, start + AT_ONCE); index++) {
      const day = new Date(Date.UTC(2020, 0, 1) + (Math.floor(index / persons) * 7 + (index % 5)) * 86_400_000).toISOString().slice(0, 10);
      text += `PART-${String((index * 7_919) % 100_000_000).padStart(24, '0')},${keyOf((index * 31) % persons)},,VOLUNTEER,${day},${(index % 16) * 30 + 30},regional front office of the network\n`;
    }
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return file;
}

function report(figures: readonly Figures[]): void {
  if (values.json) {
    console.log(JSON.stringify(figures));
    return;
  }
  for (const one of figures) {
    console.log(`${one.database}: ${one.rows} rows, ${one.megabytes} MB`);
    console.log(
      `  its own reader ${one.peerMs} ms, birge import ${one.importMs} ms: ${one.ratio} times (goal: at most ${MOST_TIMES}); ${one.rowsPerSecond} rows a second`,
    );
    console.log(`  the same file again: ${one.againRatio} of that (goal: at most 0.1)`);
    console.log(
      `  peak memory ${one.peakMegabytes} MB, with a tenth of the rows ${one.peakMegabytesOfTenth} MB (goal: at most ${MOST_MEGABYTES}, not growing)`,
    );
    if (one.ratio > MOST_TIMES) console.log('  MISSED: time');
    if (one.peakMegabytes > MOST_MEGABYTES) console.log('  MISSED: memory');
  }
}
