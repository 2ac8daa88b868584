import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { root } from './run-birge.ts';

let folder: string;
afterEach(() => rmSync(folder, { recursive: true }));

interface Machine {
  /** Exit codes of the three npm commands. */
  readonly ci?: number;
  readonly check?: number;
  readonly test?: number;
  /** What Jest writes; null: nothing. */
  readonly counts?: Record<string, number> | null;
}

/** Runs the script where npm, psql, chromium and redis-server are small stand-ins: its own decisions are the question. */
function runOn({ ci = 0, check = 0, test: testCode = 0, counts = { numPassedTests: 3 } }: Machine): {
  code: number | null;
  last: string;
  out: string;
} {
  folder = mkdtempSync(join(tmpdir(), 'birge-ci-'));
  mkdirSync(join(folder, 'bin'));
  cpSync(join(root, '.ci'), join(folder, '.ci'), { recursive: true });
  const all = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0, ...counts };
  const write =
    counts === null
      ? ''
      : `for a in "$@"; do case $a in --outputFile=*) echo '${JSON.stringify(all)}' > "\${a#--outputFile=}";; esac; done`;
  const stand = (name: string, body: string): void => {
    writeFileSync(join(folder, 'bin', name), `#!/bin/bash\n${body}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  };
  stand('npm', `case "$1 $2" in 'ci '*) exit ${ci};; 'run check') exit ${check};; 'test --') ${write}\nexit ${testCode};; esac; exit 99`);
  for (const name of ['psql', 'pg_lsclusters', 'chromium', 'redis-server']) stand(name, 'exit 0');
  const path = [join(folder, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(':');
  const { status, stdout } = spawnSync('bash', [join(folder, '.ci/run')], { encoding: 'utf8', env: { PATH: path, TMPDIR: folder } });
  return { code: status, last: stdout.trimEnd().split('\n').at(-1) ?? '', out: stdout };
}

test('all green: the last line counts the tests', () => {
  expect(runOn({ counts: { numPassedTests: 120 } })).toMatchObject({ code: 0, last: '120 passed, 0 failed' });
});

test('skipped tests follow', () => {
  expect(runOn({ counts: { numPassedTests: 5, numPendingTests: 2 } })).toMatchObject({ code: 0, last: '5 passed, 0 failed, 2 skipped' });
});

test.each<[string, Machine, string]>([
  ['a failed test', { test: 1, counts: { numPassedTests: 4, numFailedTests: 1 } }, '4 passed, 1 failed'],
  ['a suite that could not be loaded', { test: 1, counts: { numPassedTests: 4, numRuntimeErrorTestSuites: 2 } }, '4 passed, 2 failed'],
  ['a failed check beside green tests', { check: 1 }, '3 passed, 1 failed'],
  ['a test run that fails without a failed test', { test: 1 }, '3 passed, 1 failed'],
  ['a test run that leaves nothing', { test: 1, counts: null }, '0 passed, 1 failed'],
  ['a test run without tests', { counts: {} }, '0 passed, 1 failed'],
  ['packages that cannot be installed', { ci: 1 }, '0 passed, 1 failed'],
])('%s fails the run', (_, machine, last) => {
  const run = runOn(machine);
  expect(run.last).toBe(last);
  expect(run.code).toBe(1);
});

test('the database that the tests use is named', () => {
  expect(runOn({}).out).toContain('postgres://root@127.0.0.1:5432/test');
});
