import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { freePorts } from '../../bench/free-ports.ts';
import { composeSmallSupergraph } from '../gateway/small-federation.ts';
import { ask } from '../harness/ask.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { birge, plainEnvironment } from './run-birge.ts';

const FIELDS = '{ query: __type(name: "Query") { fields { name } } }';
const PATIENCE = 600;

async function startGateway(supergraph: string) {
  const [port = 0] = await freePorts(1);
  const child = spawn(process.execPath, [birge, 'gateway', '--port', String(port), '--supergraph', supergraph], {
    env: { ...plainEnvironment(), LOG_LEVEL: 'error', SUPERGRAPH_POLL_MS: '0', DRAIN_MS: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  whenFileEnds(async () => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  /** The next line that says so. */
  const line = async (words: RegExp): Promise<string> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`the gateway ended before it said ${words}`);
      if (words.test(value)) return value;
    }
  };
  const url = (await line(/ answers at /)).replace(/.* answers at /, '');
  const fields = async (): Promise<string[]> => (await ask(url, FIELDS)).data.query.fields.map(({ name }: { name: string }) => name);
  return { child, line, fields };
}

test('SIGHUP makes a gateway read its supergraph again; a broken one is named in the log and changes nothing', async () => {
  const file = join(await temporaryFolder(), 'supergraph.graphql');
  const write = async (text: string) => {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  };
  const whole = composeSmallSupergraph();
  await write(whole);
  const { child, line, fields } = await startGateway(file);
  expect(await fields()).toContain('seats');

  await write(whole.replace(/^ *seats: Int!.*\n/m, ''));
  child.kill('SIGHUP');
  for (let looks = 0; (await fields()).includes('seats'); looks += 1) {
    expect(looks).toBeLessThan(PATIENCE);
    await wait(50);
  }
  await write('type Query {');
  child.kill('SIGHUP');
  expect(await line(/cannot be used; the last good one stays/)).toContain('supergraph.graphql');
  expect((await fields()).toSorted()).toEqual(['border', 'kazakhstan', 'networks', 'russia', 'uzbekistan']);

  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
});
