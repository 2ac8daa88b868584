import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { freePorts } from '../../bench/free-ports.ts';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { whenFileEnds } from './cleanup.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Every member of rover.yaml: a fourth country is started and asked as well. */
const NAMES = readRoverConfig('rover.yaml').map(({ name }) => name);

/** The whole product, a process for each part, under the supervisor that a user starts. */
export interface RunningUp {
  readonly child: ChildProcess;
  /** The gateway's GraphQL endpoint. */
  readonly url: string;
  /** The GraphQL endpoints of the members, by name. */
  readonly urls: ReadonlyMap<string, string>;
  /** What it has printed so far. */
  output(): string;
  /** Number of the process that runs the gateway or a member now. */
  pidOf(name: string): number;
}

/** Runs `birge up` as a user does, on free ports, with a data folder of its own. */
export async function startUp(settings: Readonly<Record<string, string>> = {}): Promise<RunningUp> {
  const [gatewayPort = 0, ...ports] = await freePorts(NAMES.length + 1);
  const urls = new Map(NAMES.map((name, index) => [name, `http://127.0.0.1:${ports[index]}/graphql`]));
  const env = {
    ...process.env,
    ...Object.fromEntries([...urls].map(([name, url]) => [`ROUTING_URL_${name.toUpperCase()}`, url])),
    PORT: String(gatewayPort),
    BIRGE_DATA: await temporaryFolder(),
    BIRGE_SYNTHETIC: 'off',
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const child = spawn(process.execPath, ['cli/birge.mjs', 'up'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  whenFileEnds(async () => void child.kill('SIGKILL'));
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  return {
    child,
    url: `http://127.0.0.1:${gatewayPort}/graphql`,
    urls,
    output: () => printed.join(''),
    pidOf(name) {
      const rows = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n');
      const row = rows
        .map((line) => line.trim().split(/\s+/))
        .find(([, ppid, ...args]) => Number(ppid) === child.pid && args.includes(name));
      if (row === undefined) throw new Error(`no process runs ${name}`);
      return Number(row[0]);
    },
  };
}
