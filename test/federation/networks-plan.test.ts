import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { planPrinter } from './print-plan.ts';

const plan = planPrinter(readFileSync('schema/supergraph.graphql', 'utf8'));
const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');

test('networks asks the hub once, then every country in parallel, each for its own door', () => {
  expect(plan(operation('networks-statements'))).toMatchInlineSnapshot(`
"hub: { networks { __typename code ...on KazakhstanNetwork { __typename code } ...on RussiaNetwork { __typename code } ...on UzbekistanNetwork { __typename code } } }
in parallel:
  kazakhstan: { { ...on KazakhstanNetwork { name(language:EN)statements(first:50) { nodes { indicator value lower upper qualifier period { edtf } source { title } } } } } }
  russia: { { ...on RussiaNetwork { name(language:EN)statements(first:50) { nodes { indicator value lower upper qualifier period { edtf } source { title } } } } } }
  uzbekistan: { { ...on UzbekistanNetwork { name(language:EN)statements(first:50) { nodes { indicator value lower upper qualifier period { edtf } source { title } } } } } }"
`);
});

test('the doors are asked in parallel and the hub not at all', () => {
  expect(plan('{ russia { code } kazakhstan { code } uzbekistan { code } }')).toMatchInlineSnapshot(`
"in parallel:
  russia: { russia { code } }
  kazakhstan: { kazakhstan { code } }
  uzbekistan: { uzbekistan { code } }"
`);
});

test('a joint program is the hub’s own work: the gateway asks no country for it', () => {
  expect(plan('{ jointProgram(id: "hub:joint-program:roadmap-2019") { commitments { reports { status } } } }')).toMatchInlineSnapshot(
    `"hub: { jointProgram(id:"hub:joint-program:roadmap-2019") { commitments { reports { status } } } }"`,
  );
});
