import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root } from './run-birge.ts';

// A copy of the three files with a node_modules of its own: the real cache is left alone.
const folder = mkdtempSync(join(tmpdir(), 'birge-transform-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'cli'));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(join(root, 'node_modules', '@swc'), join(folder, 'node_modules', '@swc'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
for (const file of ['register.mjs', 'transform-cache.mjs', 'typescript-transform.mjs'])
  cpSync(join(root, 'cli', file), join(folder, 'cli', file));
const cache = join(folder, 'node_modules/.cache/birge/transformed');
const run = (source: string): string => {
  writeFileSync(join(folder, 'program.ts'), source);
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', './cli/register.mjs', './program.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
};

test('a changed file is transformed again, in the same entry', () => {
  expect(run('const a: number = 1; console.log(a);')).toBe('1\n');
  expect(run('const a: number = 1; console.log(a);')).toBe('1\n');
  expect(run('const a: number = 2; console.log(a);')).toBe('2\n');
  expect(readdirSync(cache)).toHaveLength(1);
});

test('a spoiled entry is not believed', () => {
  run('console.log(1 as number);');
  for (const entry of readdirSync(cache)) writeFileSync(join(cache, entry), 'console.log("spoiled")');
  expect(run('console.log(1 as number);')).toBe('1\n');
});

test('a cache that cannot be written is only slower', () => {
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/.cache'), 'a file where the folder should be');
  expect(run('console.log(3 as number);')).toBe('3\n');
});

test("an error names the TypeScript file's own line", () => {
  expect(run('interface A { a: 1 }\n\nconst fail = (a: A): void => { throw new Error(String(a.a)); };\nfail({ a: 1 });')).toContain(
    'program.ts:3',
  );
});
