import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { CellFault, cellFaults } from '../../../../subgraphs/national/intake/cells/cell-faults.ts';

test('ERRORS.md lists every fault of a cell, and no other', async () => {
  const page = await readFile(new URL('../../../../schema/ERRORS.md', import.meta.url), 'utf8');
  const [, after = ''] = page.split('## Cells that become fields');
  const [section = ''] = after.split('\n## ');
  const listed = [...section.matchAll(/^\| `([A-Z_]+)` \| .+ \|$/gm)].map(([, code]) => code);
  expect(listed).toEqual(Object.keys(cellFaults));
});

test('a fault says what is accepted', () => {
  expect(new CellFault('NUMBER_OUT_OF_RANGE', { least: 0, limit: 960 }).hint).toBe('the number must be from 0 to 960');
});
