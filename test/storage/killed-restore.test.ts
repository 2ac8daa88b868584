import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { root } from '../architecture/read-imports.ts';
import { back, makeDatabase, restore, stateOf, SUM } from './made-database.ts';

const KILLS = 40;

test(`a restore that is killed at ${KILLS} moments leaves the old database or the new one, whole`, async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'atlantis.sqlite');
  const backups = await Promise.all(
    ['one', 'two'].map(async (mark) => {
      const source = join(folder, `${mark}.sqlite`);
      makeDatabase(source, mark, 4_000).close();
      await back(source, join(folder, 'backups', `${mark}.sqlite`));
      return join(folder, 'backups', `${mark}.sqlite`);
    }),
  );
  makeDatabase(file, 'old', 4_000).close();
  const seen = new Set<string>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    await killAfter((kill * 37) % 200, [file, ...backups]);
    const { mark, ...rest } = stateOf(file);
    expect(rest).toEqual({ sum: SUM, transfers: 0, integrity: 'ok' });
    expect(['old', 'one', 'two']).toContain(mark);
    seen.add(mark);
  }
  // A child that never came to restore anything proves nothing.
  expect(seen.size).toBeGreaterThan(1);
  await restore(backups[0] ?? '', file);
  expect(stateOf(file)).toMatchObject({ mark: 'one' });
  expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
});

function killAfter(ms: number, args: string[]): Promise<void> {
  const child = fork(join(root, 'test', 'storage', 'children', 'restore.ts'), args, {
    execArgv: ['--import', join(root, 'cli', 'register.mjs')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.once('message', () => setTimeout(() => child.kill('SIGKILL'), ms));
  return new Promise((resolve, reject) =>
    child.once('close', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error('ended by itself')))),
  );
}
