import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Environment } from '../environment.ts';
import { projectRoot } from '../project-root.ts';

/** The first questions are asked as soon as everybody answers: they go first. Unit: millisecond. */
const REST_MS = 2_000;
/** How many volunteers are made up for a network that begins empty. */
const PERSONS = 2_000;

/**
 * The networks that a first start fills with a made-up registry: those whose SQLite file is not there yet, and those whose filling was
 * interrupted. A note in the data folder remembers them until they are filled; a database that somebody chose by its URL is left alone.
 * Shape   names of the members that run here, settings -> names; asked before any of them starts
 */
export function networksToFill(names: readonly string[], environment: Environment): string[] {
  if (!environment.hasMadeUpRegistries) return [];
  const empty = names.filter(
    (name) =>
      existsSync(join(projectRoot, 'subgraphs', name, 'synth.yaml')) &&
      environment.databaseUrlOf(name) === undefined &&
      (existsSync(noteOf(name, environment)) || !existsSync(join(environment.dataFolder, `${name}.sqlite`))),
  );
  if (empty.length > 0) mkdirSync(join(environment.dataFolder, 'synthetic'), { recursive: true });
  for (const name of empty) writeFileSync(noteOf(name, environment), '');
  return empty;
}

/** A filling that goes on; `stop` ends it, and the next start takes it up again. */
export interface Filling {
  readonly ended: Promise<void>;
  stop(this: void): void;
}

/**
 * Fills networks one after the other, each by a process of its own and of low priority: whoever asks meanwhile goes first.
 * Errors  none: what goes wrong is printed, and nothing waits for it
 */
export function fillNetworks(names: readonly string[], environment: Environment, config: string, print: (line: string) => void): Filling {
  let child: ChildProcess | undefined;
  let isStopped = false;
  const fill = async (): Promise<void> => {
    await pause(REST_MS, undefined, { ref: false });
    if (isStopped) return;
    print(`Filling ${names.join(', ')} with made-up registries, invisible from outside; BIRGE_SYNTHETIC=off leaves them out.`);
    for (const name of names) {
      if (isStopped) return;
      const args = ['synth', '--network', name, '--persons', String(PERSONS), '--import', '--config', config];
      child = spawn(process.execPath, [join(projectRoot, 'cli', 'birge.mjs'), ...args], {
        env: environment.all,
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      const { code, words } = await endOf(child);
      if (isStopped) return;
      rmSync(noteOf(name, environment), { force: true });
      if (code !== 0) print(`${name} was not filled: ${words.trim().split('\n').at(-1) ?? `exit code ${code}`}`);
    }
    print('The made-up registries are in.');
  };
  return {
    ended: fill(),
    stop() {
      isStopped = true;
      child?.kill('SIGKILL');
    },
  };
}

const noteOf = (name: string, environment: Environment): string => join(environment.dataFolder, 'synthetic', `${name}.to-fill`);

async function endOf(child: ChildProcess): Promise<{ code: number | null; words: string }> {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (words += text));
  child.once('spawn', () => {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', ({ message }) => {
      words += message;
      resolve(null);
    });
  });
  return { code, words };
}
