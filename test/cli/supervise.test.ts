import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { type ProcessPlan, superviseProcesses, type SuperviseOptions, type Supervision } from '../../cli/processes/supervise.ts';

const plan = (name: string, script: string, ...args: string[]): ProcessPlan => ({
  name,
  args: [join(import.meta.dirname, 'children', script), ...args],
  env: process.env,
});
let supervision: Supervision;
const lines: string[] = [];
afterEach(async () => {
  supervision.kill();
  await supervision.ended;
  lines.length = 0;
});

function supervise(plans: ProcessPlan[], options: Partial<SuperviseOptions> = {}): void {
  supervision = superviseProcesses(plans, { print: (line) => lines.push(line), pauseMs: () => 20, ...options });
}
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
const urlOf = (start: object): string => ('url' in start ? String(start.url) : '');
const pidAt = async (url: string): Promise<number> => Number(await (await fetch(url)).text());

test('processes start in parallel, say where they answer, and their lines bear their names', async () => {
  supervise([plan('hub', 'ready.mjs'), plan('russia', 'ready.mjs')]);
  const starts = await supervision.firstStarts;
  expect(starts.map(({ name }) => name)).toEqual(['hub', 'russia']);
  await until(() => lines.filter((line) => line.endsWith('second line')).length === 2);
  expect(lines).toContain('hub    | second line');
  expect(lines).toContain(`russia | ready at ${urlOf(starts[1] ?? {})}`);
});

test('a process that is killed is said so and started again; the other is left alone', async () => {
  supervise([plan('hub', 'ready.mjs'), plan('russia', 'ready.mjs')]);
  const [hub, russia] = (await supervision.firstStarts).map(urlOf);
  const hubsPid = await pidAt(hub ?? '');
  process.kill(await pidAt(russia ?? ''), 'SIGKILL');
  await until(() => lines.filter((line) => line.startsWith('russia | ready at')).length === 2);
  expect(lines).toContain('russia | was ended by SIGKILL; starting again in 0.02 s, the others keep running');
  expect(await pidAt(hub ?? '')).toBe(hubsPid);
});

test('the pause grows with each crash in a row', async () => {
  const asked: number[] = [];
  supervise([plan('hub', 'crashing.mjs', '1')], { pauseMs: (crashes) => asked.push(crashes) });
  await until(() => asked.length >= 3);
  expect(asked.slice(0, 3)).toEqual([1, 2, 3]);
  expect(await supervision.firstStarts).toEqual([{ name: 'hub', failed: 'crashed' }]);
});

test.each([
  ['a taken port', '3'],
  ['wrong use', '2'],
])('%s is given up and not tried for ever', async (_, code) => {
  supervise([plan('hub', 'crashing.mjs', code)]);
  expect(await supervision.firstStarts).toEqual([{ name: 'hub', failed: 'given up' }]);
  await supervision.ended;
  expect(lines).toEqual(['hub | given up: starting it again cannot help']);
});

test('stopping asks each process once and starts none again', async () => {
  supervise([plan('hub', 'ready.mjs'), plan('russia', 'crashing.mjs', '1')], { pauseMs: () => 60_000 });
  await supervision.firstStarts;
  const before = lines.length;
  await supervision.stop();
  expect(lines.slice(before).filter((line) => /start|ended/.test(line))).toEqual([]);
});

test('a process that does not hear is killed after the time it has', async () => {
  supervise([plan('hub', 'stubborn.mjs')], { stopMs: 100 });
  await supervision.firstStarts;
  await supervision.stop();
  expect(lines.filter((line) => line.includes('starting again'))).toEqual([]);
});
