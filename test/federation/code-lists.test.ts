import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const federation = await startFederation();
const codeLists = readFileSync('schema/operations/code-lists.graphql', 'utf8');

interface Availability {
  readonly country: string;
  readonly definitions: readonly string[];
  readonly regions: readonly string[];
  readonly statements: number;
}
interface Indicator {
  readonly code: string;
  readonly definitions: readonly { readonly code: string }[];
  readonly availability: readonly Availability[];
}
const availabilityOf = (indicators: readonly Indicator[], code: string) =>
  indicators.find((indicator) => indicator.code === code)?.availability;

test('what may I filter by, and where is there anything to show?', async () => {
  const { data, errors } = await federation.ask(codeLists);
  expect(errors).toEqual([]);
  expect(data.indicators).toHaveLength(29);
  expect(data.indicators[0]).toMatchObject({
    code: 'VOL_TOTAL',
    unit: 'IE',
    timeRule: 'LAST',
    placeRule: 'SUM',
    family: 'volunteers',
    label: 'Еріктілер саны',
  });
  expect(availabilityOf(data.indicators, 'VOL_TOTAL')).toEqual([
    {
      country: 'KZ',
      definitions: ['UNSPECIFIED', 'TAKES_PART', 'IN_NETWORK_ACTIONS', 'INVOLVED_IN_MOVEMENTS', 'IN_ORG_DATABASE'],
      regions: ['KZ-75'],
      statements: 7,
    },
    { country: 'UZ', definitions: ['IN_LARGE_INITIATIVES'], regions: [], statements: 1 },
  ]);
  expect(availabilityOf(data.indicators, 'BRANCH_COUNT')).toEqual([
    { country: 'RU', definitions: ['IN_OPERATION'], regions: [], statements: 1 },
  ]);
  expect(availabilityOf(data.indicators, 'AID_PLEDGED')).toEqual([]);
  expect(data.definitions).toEqual([
    { code: 'UNSPECIFIED', text: 'The source does not say who or what exactly is counted.' },
    {
      code: 'SURVEY_ICLS19',
      text: expect.stringMatching(/^A survey by the resolution of the 19th International Conference of Labour Statisticians: .+\.$/),
    },
  ]);
});

test('an indicator can come with every definition that a country gives it', async () => {
  const { data } = await federation.ask(codeLists);
  const strange = (data.indicators as Indicator[]).flatMap(({ code, definitions, availability }) => {
    const possible = new Set(definitions.map((definition) => definition.code));
    const given = availability.flatMap((country) => country.definitions);
    return given.filter((definition) => !possible.has(definition)).map((definition) => [code, definition]);
  });
  expect(strange).toEqual([]);
});

const inAll = (field: string) =>
  ['RU', 'KK', 'UZ', 'EN'].map((language) => `${field}${language}: ${field}(language: ${language})`).join(' ');

test('every label and text is there in four languages', async () => {
  const { data, errors } = await federation.ask(`{ indicators { ${inAll('label')} } definitions { ${inAll('label')} ${inAll('text')} } }`);
  expect(errors).toEqual([]);
  expect(data.definitions).toHaveLength(18);
  for (const row of [...data.indicators, ...data.definitions]) {
    for (const text of Object.values(row)) expect(text).toEqual(expect.stringMatching(/\S/));
  }
});

test('an unknown code is refused, with the codes that are known', async () => {
  const { errors } = await federation.ask('{ definitions(codes: ["MANY"]) { code } }');
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['CODE_UNKNOWN']);
});

test('a country that does not answer is absent from availability, and takes no label with it', async () => {
  const broken = await startFederation({ stopped: ['kazakhstan'] });
  const { data, errors } = await broken.ask(codeLists);
  expect(errors).toEqual([]);
  expect(data.indicators).toHaveLength(29);
  expect(availabilityOf(data.indicators, 'VOL_TOTAL')?.map(({ country }) => country)).toEqual(['UZ']);
});
