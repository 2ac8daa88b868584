import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePorts } from '../../bench/free-ports.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { birge, plainEnvironment } from './run-birge.ts';

/** A member as a process of its own, as a host runs it. */
export interface RunningMember {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts `birge subgraph NAME` on a free port and waits until it answers. */
export async function startMember(name: string, env: Record<string, string>): Promise<RunningMember> {
  const [port = 0] = await freePorts(1);
  const child = spawn(process.execPath, [birge, 'subgraph', name, '--port', String(port)], {
    env: { ...plainEnvironment(), LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = (): Promise<void> => stopChild(child);
  whenFileEnds(stop);
  for await (const line of createInterface(child.stdout)) {
    const url = / answers at (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return { url, stop };
  }
  throw new Error(`${name} ended before it answered`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  await ended;
}
