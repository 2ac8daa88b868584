import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { gatewayErrors } from '../../gateway/errors.ts';
import { httpErrors, type ErrorEntry } from '../../http/errors.ts';

/** Each process's table; a new one is added here and is compared the same day. A code in two tables is one row of the page. */
const tables: Readonly<Record<string, ErrorEntry>>[] = [httpErrors, gatewayErrors];
const declared = new Map(tables.flatMap((table) => Object.entries(table).map(([code, { family }]) => [code, family])));

const readRows = async () => {
  const page = await readFile(new URL('../../schema/ERRORS.md', import.meta.url), 'utf8');
  return [...page.matchAll(/^\| `([A-Z_]+)` \| (\w+) \| (.+) \| (.+) \|$/gm)].map(([, code, family]) => [code, family] as const);
};

test('ERRORS.md and the error tables hold the same codes in the same families', async () => {
  const rows = await readRows();
  expect(rows.length).toBeGreaterThan(20);
  expect(new Map(rows)).toEqual(declared);
});

test('no code has two rows', async () => {
  const codes = (await readRows()).map(([code]) => code);
  expect(codes).toHaveLength(new Set(codes).size);
});
