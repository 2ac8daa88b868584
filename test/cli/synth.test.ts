import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { runBirge } from './run-birge.ts';

interface Report {
  readonly folder: string;
  readonly files: readonly { kind: string; file: string; rows: number; sha256: string }[];
}

test('a registry is written into the data folder, and its report is true', async () => {
  const folder = await temporaryFolder();
  const { code, out, err } = await runBirge(['synth', '--network', 'UZ', '--persons', '50', '--seed', '7', '--json'], {
    BIRGE_DATA: folder,
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const report = JSON.parse(out) as Report;
  expect(report.folder).toBe(join(folder, 'synthetic', 'uz'));
  expect(readdirSync(report.folder)).toHaveLength(8);
  for (const { file, sha256 } of report.files) expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(sha256);
  expect(report.files.find(({ kind }) => kind === 'persons')).toMatchObject({ rows: 50 });
});

test('only the months asked for have anything in them', async () => {
  const folder = await temporaryFolder();
  await runBirge(['synth', '--network', 'uz', '--persons', '200', '--out', folder, '--from', '2025-03', '--to', '2025-03']);
  const days = readFileSync(join(folder, 'uz-participations-synthetic.csv'), 'utf8').match(/,20\d\d-\d\d-/g) ?? [];
  expect([...new Set(days)]).toEqual([',2025-03-']);
});

test.each([
  ['the hub, which has no records', ['--network', 'hub'], /hub is no network of this checkout/],
  ['no person', ['--network', 'kz', '--persons', '0'], /whole number from 1 to 10000000/],
  ['a month that is none', ['--network', 'kz', '--from', '2024-13'], /A month reads like 2024-01/],
  ['an end before the beginning', ['--network', 'kz', '--from', '2025-01', '--to', '2024-12'], /--to must not lie before --from/],
])('%s is wrong use', async (_, args, message) => {
  const { code, err } = await runBirge(['synth', ...args], { BIRGE_DATA: '/nowhere' });
  expect(err).toMatch(message);
  expect(code).toBe(2);
});
