import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const glossary = readFileSync('schema/GLOSSARY.md', 'utf8');
const headings = new Set([...glossary.matchAll(/^### (.+)$/gm)].flatMap(([, heading = '']) => [heading, ...heading.split(', ')]));
const cited = globSync('{subgraphs,gateway}/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/GLOSSARY(?:\.md)?, "([^"]+)"/g)].map(([, word = '']) => ({ file, word })),
);
/** Where links inside the glossary lead. */
const links = [...glossary.matchAll(/\[([^\]]+)\]\(#([\w-]+)\)/g)].map(([, , anchor = '']) => anchor);
const anchors = new Set(
  [...glossary.matchAll(/^##+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  ),
);

test('every entry of the glossary that code refers to is there', () => {
  expect(cited.length).toBeGreaterThan(20);
  expect(cited.filter(({ word }) => !headings.has(word) && ![...headings].some((heading) => heading.startsWith(`${word} and `)))).toEqual(
    [],
  );
});

test('every link inside the glossary leads to a heading', () => {
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
});

const entry = (name: string) => glossary.split(`### ${name}\n`)[1]!.split('\n### ')[0]!;

test('the glossary lists every contradiction rule and every reason, and no other', async () => {
  const { contradictionRules } = await import('../../subgraphs/hub/merge/contradictions/find-contradictions.ts');
  const { reasonLabels } = await import('../../subgraphs/hub/code-lists/reason-labels.ts');
  const rules = [...entry('contradiction').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, rule]) => rule);
  expect(rules).toEqual(contradictionRules.map(({ rule }) => rule));
  const reasons = [...entry('comparability').matchAll(/^\| (?:BLOCKS|OPEN|CARE) \| (.+) \|$/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z_]{7,})`/g)].map(([, code]) => code),
  );
  expect(reasons).toEqual(Object.keys(reasonLabels));
});
