import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { documentErrors } from '../../gateway/documents/errors.ts';
import { gatewayErrors } from '../../gateway/errors.ts';
import { limitErrors } from '../../gateway/limits/errors.ts';
import { httpErrors, type ErrorEntry } from '../../http/errors.ts';
import { contractErrors } from '../../subgraphs/contract/errors.ts';

/** Each process's table; a new one is added here and is compared the same day. A code in two tables is one row of the page. */
const tables: Readonly<Record<string, Pick<ErrorEntry, 'family'>>>[] = [
  httpErrors,
  contractErrors,
  gatewayErrors,
  limitErrors,
  documentErrors,
];
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

const sentences = (table: Readonly<Record<string, Pick<ErrorEntry, 'family' | 'message'>>>) =>
  Object.entries(table).flatMap(([code, { family, message }]) => (family === 'client' ? [[code, message]] : []));

test('the gateway says what a client did wrong word for word as the subgraphs do', () => {
  expect(sentences(contractErrors).length).toBeGreaterThan(0);
  expect(Object.fromEntries(sentences(gatewayErrors))).toEqual(Object.fromEntries(sentences(contractErrors)));
});
