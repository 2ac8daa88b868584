import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { qualityRules } from '../../../subgraphs/national/intake/quality/quality-rules.ts';

const FAMILIES = ['CONFORMANCE', 'COMPLETENESS', 'PLAUSIBILITY'];

const readPage = () => readFile(new URL('../../../docs/quality.md', import.meta.url), 'utf8');
const rowOf = ({ code, severity, kinds, finds }: (typeof qualityRules)[number]) =>
  `| \`${code}\` | ${severity} | ${kinds.join(', ')} | ${finds} |`;

test('docs/quality.md lists every rule in its family, and no other', async () => {
  const page = await readPage();
  for (const family of FAMILIES) {
    const section = page.split(`### ${family}`)[1]?.split('\n## ')[0]?.split('\n### ')[0] ?? '';
    const listed = section.split('\n').filter((line) => line.startsWith('| `'));
    expect(listed.length).toBeGreaterThan(3);
    expect(listed).toEqual(qualityRules.filter((rule) => rule.family === family).map(rowOf));
  }
});

test('every rule is of one of the families, and the page has no rule outside them', async () => {
  const listed = [...(await readPage()).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(listed).toHaveLength(qualityRules.length);
  expect(new Set(listed)).toEqual(new Set(qualityRules.map(({ code }) => code)));
});
