import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { ACTION_FACTS_FIELDS, readActionFacts } from '../../../subgraphs/hub/merge/action-facts.ts';
import { AID_FLOW_FACTS_FIELDS, readAidFlowFacts } from '../../../subgraphs/hub/merge/aid-flow-facts.ts';
import { ORGANIZATION_FACTS_FIELDS, readOrganizationFacts } from '../../../subgraphs/hub/merge/organization-facts.ts';
import { PROGRAM_FACTS_FIELDS, readProgramFacts } from '../../../subgraphs/hub/merge/program-facts.ts';
import { readRegionFacts, REGION_FACTS_FIELDS } from '../../../subgraphs/hub/merge/region-facts.ts';
import { readStatementFacts, STATEMENT_FACTS_FIELDS } from '../../../subgraphs/hub/merge/statement-facts.ts';

/** A door's own text; only directives of the federation are unknown to a plain schema. */
const door = buildSchema(readFileSync('schema/subgraphs/kazakhstan.graphql', 'utf8').replace(/^extend schema[^\n]*\n/m, ''), {
  assumeValidSDL: true,
});

const selections = [
  ['Statement', STATEMENT_FACTS_FIELDS, 'statements { nodes { id value: rawText name: note { en } … } }'],
  ['Action', ACTION_FACTS_FIELDS, 'actions { nodes { id name(language: KK) period { start } … } }'],
  ['Organization', ORGANIZATION_FACTS_FIELDS, 'organizations { nodes { id name(language: KK) … } }'],
  ['Program', PROGRAM_FACTS_FIELDS, 'programs { nodes { id name(language: KK) … } }'],
  ['Region', REGION_FACTS_FIELDS, 'regions { id name { kk } … }'],
  ['AidFlow', AID_FLOW_FACTS_FIELDS, 'aid { nodes { id statement { rawText } … } }'],
] as const;

test.each(selections)('the selection on %s is one that every door answers, beside any other', (_, fields, list) => {
  const query = `{ kazakhstan { ${list.replace('…', fields)} } }`;
  expect(validate(door, parse(query))).toEqual([]);
});

test.each(selections)('every alias of the selection on %s begins with birge_', (_, fields, _list) => {
  const top = fields.replace(/\{[^{}]*\}/g, '');
  expect(top.match(/\w+/g)!.filter((word, index) => index % 2 === 0 && !word.startsWith('birge_'))).toEqual([]);
});

const readers = [
  ['statement', readStatementFacts],
  ['action', readActionFacts],
  ['organization', readOrganizationFacts],
  ['program', readProgramFacts],
  ['region', readRegionFacts],
  ['flow of aid', readAidFlowFacts],
] as const;

test.each(readers)('a row of a %s that answered nothing but its id is read: null is no fault', (_, read) => {
  expect(read({ birge_id: 'kz:x:y' })).toMatchObject({ id: 'kz:x:y' });
});

test.each(readers)('a row of a %s that was asked without the selection is a fault', (_, read) => {
  expect(() => read({ id: 'kz:x:y' })).toThrow('birge_id');
});

test('a qualifier that nobody knows yet, and one that was not answered, is OTHER', () => {
  expect(readStatementFacts({ birge_id: 'a', birge_qualifier: 'NEARLY' }).qualifier).toBe('OTHER');
  expect(readStatementFacts({ birge_id: 'a' })).toMatchObject({ qualifier: 'OTHER', definition: 'UNSPECIFIED' });
});

const readRegion = (birge_region: unknown) => readStatementFacts({ birge_id: 'a', birge_region });
const readEnd = (edtf: string | null) => readStatementFacts({ birge_id: 'a', birge_period: { edtf } }).period?.end;

test('a region without an ISO code does not pass for the whole country', () => {
  const region = { iso: null, national: '21000000', nationalSystem: 'OKTMO', name: 'A region' };
  expect(readRegion({ ...region, iso: 'RU-OMS' })).toMatchObject({ regionIso: 'RU-OMS', regionKey: 'RU-OMS' });
  expect(readRegion(region)).toMatchObject({ regionIso: null, regionKey: 'OKTMO 21000000' });
  expect(readRegion({ ...region, national: null })).toMatchObject({ regionIso: null, regionKey: 'A region' });
  expect(readRegion(null)).toMatchObject({ regionIso: null, regionKey: null });
});

test('an end that is still open is told from one that nobody knows', () => {
  expect([readEnd('2015/..'), readEnd('2023-01?/'), readEnd(null)]).toEqual(['9999-12-31', null, null]);
});
