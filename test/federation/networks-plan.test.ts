import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readCountries } from '../../subgraphs/federation/read-countries.ts';
import { planPrinter } from './print-plan.ts';

const plan = planPrinter(readFileSync('schema/supergraph.graphql', 'utf8'));
const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');

test('networks asks the hub once, then every country of rover.yaml in parallel, each for its own door', () => {
  const countries = readCountries('rover.yaml').toSorted((a, b) => (a.subgraph < b.subgraph ? -1 : 1));
  expect(countries.length).toBeGreaterThanOrEqual(3);
  const doors = countries.map(({ typeName }) => `...on ${typeName} { __typename code }`).join(' ');
  const asked =
    'name(language:EN)statements(first:50) { nodes { indicator value lower upper qualifier period { edtf } source { title } } }';
  const parallel = countries.map(({ subgraph, typeName }) => `  ${subgraph}: { { ...on ${typeName} { ${asked} } } }`);
  expect(plan(operation('networks-statements'))).toBe(
    [`hub: { networks { __typename code ${doors} } }`, 'in parallel:', ...parallel].join('\n'),
  );
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
