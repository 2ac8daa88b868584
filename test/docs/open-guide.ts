import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { freePorts } from '../../bench/free-ports.ts';
import { plainEnvironment, root } from '../cli/run-birge.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { copyProject } from '../harness/copy-project.ts';
import { type GuideStep, readGuide } from './read-guide.ts';
import { isAsShown } from './shown-output.ts';

/** Ports that guides name; every copy has free ones in their place. */
const DOCUMENTED_PORTS = ['4000', '4001', '4002', '4003', '4004', '4005', '4010'];

export interface Guide {
  /** What a test is called by: `line 12: npm start`. */
  readonly steps: readonly { readonly title: string; readonly step: GuideStep }[];
  /** The copy of the project in which everything happens. */
  readonly folder: string;
  /** Does one step. Errors: an Error with what was printed, when it is not what the page shows. */
  run(step: GuideStep): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
  readonly errors: () => string;
}

/** Reads a guide and makes a copy of the project to follow it in. */
export async function openGuide(file: string): Promise<Guide> {
  const steps = readGuide(readFileSync(join(root, file), 'utf8'));
  const folder = await copyProject();
  const ports = new Map(DOCUMENTED_PORTS.map((port) => [port, '']));
  for (const [index, port] of (await freePorts(DOCUMENTED_PORTS.length)).entries()) ports.set(DOCUMENTED_PORTS[index] ?? '', String(port));
  const moved = (text: string): string => exchange(text, ports);
  const documented = (text: string): string => exchange(text, new Map([...ports].map(([from, to]) => [to, from])));
  for (const name of ['rover.yaml', 'schema/supergraph.graphql']) {
    writeFileSync(join(folder, name), moved(readFileSync(join(folder, name), 'utf8')));
  }
  const env = { ...readersEnvironment(), PORT: ports.get('4000') };
  const running: Running[] = [];
  whenFileEnds(async () => {
    for (const started of running.splice(0)) await stop(started, 'SIGKILL');
  });

  const runCommands = async (step: GuideStep & { kind: 'run' }): Promise<void> => {
    const started = start(moved(step.commands), folder, env);
    running.push(started);
    const printed = (): string => documented(started.output());
    const said = (): string => `${printed()}${documented(started.errors())}`;
    if (step.isKeptRunning) {
      // What a page shows of a process that goes on is what its reader waits for.
      while (step.shown !== null && !isAsShown(said(), step.shown)) {
        const code = await Promise.race([started.ended, pause()]);
        if (code !== undefined) throw new Error(`it ended with ${code} before it printed what is shown:\n${said()}`);
      }
      return;
    }
    const code = await started.ended;
    running.splice(running.indexOf(started), 1);
    if (code !== step.exitCode) throw new Error(`exit code ${code} instead of ${step.exitCode}:\n${said()}`);
    if (step.shown !== null && !isAsShown(printed(), step.shown) && !isAsShown(said(), step.shown)) {
      throw new Error(`the page shows\n${step.shown}\nand this was printed:\n${said()}`);
    }
  };
  return {
    steps: steps.map((step) => ({ title: `line ${step.line}: ${titleOf(step)}`, step })),
    folder,
    run: async (step) => {
      if (step.kind === 'run') return runCommands(step);
      if (step.kind === 'file') {
        mkdirSync(dirname(join(folder, step.path)), { recursive: true });
        writeFileSync(join(folder, step.path), moved(step.text));
        return;
      }
      const last = running.pop();
      if (!last) throw new Error(`nothing runs that Ctrl-C could stop`);
      await stop(last, 'SIGINT');
    },
  };
}

function titleOf(step: GuideStep): string {
  if (step.kind === 'run') return step.commands.trim().split('\n')[0] ?? '';
  return step.kind === 'file' ? `write ${step.path}` : 'Ctrl-C';
}

/** A shell as the reader's: without the settings of this run, and without the packages that npm has put on its path. */
function readersEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(plainEnvironment()).filter(
    ([name]) => !/^(npm_|NODE_OPTIONS$|NODE_COMPILE_CACHE$|JEST_|NODE_ENV$)/.test(name),
  );
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !/node_modules|node-gyp-bin/.test(folder));
  return { ...Object.fromEntries(own), PATH: path.join(delimiter) };
}

function start(commands: string, folder: string, env: NodeJS.ProcessEnv): Running {
  // A process group of its own: Ctrl-C reaches all of it, as on a terminal.
  const child = spawn('bash', ['-euo', 'pipefail', '-c', commands], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => output, errors: () => errors };
}

async function stop({ child, ended }: Running, signal: NodeJS.Signals): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
  await ended;
}

const pause = (): Promise<undefined> => new Promise((resolve) => setTimeout(() => resolve(undefined), 50));

/** Exchanges whole numbers, all at once. */
const exchange = (text: string, numbers: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\b\d{4,5}\b/g, (number) => numbers.get(number) ?? number);
