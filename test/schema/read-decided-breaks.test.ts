import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readDecidedBreaks } from '../../subgraphs/federation/read-decided-breaks.ts';

const folder = mkdtempSync(join(tmpdir(), 'birge-decisions-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('only lines that begin with "Breaks:" decide', () => {
  writeFileSync(join(folder, '0009-x.md'), '# 0009\nBreaks: Statement.amount, `Level.REGION`\nIt says Breaks: Not.this\nBreaks:\n');
  writeFileSync(join(folder, 'note.txt'), 'Breaks: Nor.this\n');
  expect([...readDecidedBreaks(folder)]).toEqual(['Statement.amount', 'Level.REGION']);
});

test('a folder that is missing has decided nothing', () => expect(readDecidedBreaks(join(folder, 'missing')).size).toBe(0));
