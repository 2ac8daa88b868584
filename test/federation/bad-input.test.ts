import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const federation = await startFederation();

test.each([
  [
    '{ kazakhstan { statements(filter: { indicators: ["VOLUNTEERS"] }) { nodes { id } } } }',
    'CODE_UNKNOWN',
    /^VOLUNTEERS is not a code of indicators; accepted: VOL_TOTAL, VOL_ENGAGED, /,
  ],
  [
    '{ kazakhstan { statements(filter: { definitions: ["MANY"] }) { nodes { id } } } }',
    'CODE_UNKNOWN',
    /^MANY is not a code of definitions; accepted: UNSPECIFIED, /,
  ],
  [
    '{ kazakhstan { actions(filter: { period: "2019-13" }) { nodes { id } } } }',
    'PERIOD_INVALID',
    /^2019-13 is not a period; accepted are EDTF/,
  ],
  [
    '{ kazakhstan { aid(filter: { glide: "quake" }) { nodes { id } } } }',
    'CODE_UNKNOWN',
    /^quake is not a code of GLIDE numbers; accepted: .*EQ-2023-000015-TUR/,
  ],
  ['{ kazakhstan { units(after: "bm90aGluZw") { nodes { id } } } }', 'CURSOR_INVALID', /^after is not a cursor of this list/],
  ['{ kazakhstan { units(first: 1001) { nodes { id } } } }', 'PAGE_TOO_LARGE', /^first is 1001; a page holds 1 to 1000 rows\.$/],
  ['{ kazakhstan { commitments(jointProgramId: "roadmap") { nodes { id } } } }', 'ID_INVALID', /^roadmap is not an id/],
  ['{ jointProgram(id: "roadmap") { id } }', 'ID_INVALID', /^roadmap is not an id; ids read like /],
  ['{ networks(codes: ["KG"]) { code } }', 'COUNTRY_UNKNOWN', /^KG is not a member; accepted: KZ, RU, UZ\.$/],
  ['{ networkStatus(codes: ["KG"]) { code } }', 'COUNTRY_UNKNOWN', /^KG is not a member; accepted: KZ, RU, UZ\.$/],
  ['{ jointPrograms(filter: { parties: ["ZZ"] }) { nodes { id } } }', 'COUNTRY_UNKNOWN', /^ZZ is not a member/],
  ['{ contradictions(first: 0) { nodes { id } } }', 'PAGE_TOO_LARGE', /^first is 0; a page holds 1 to 1000/],
  ['{ jointPrograms(first: 0) { nodes { id } } }', 'PAGE_TOO_LARGE', /^first is 0; a page holds 1 to 1000/],
  ['{ kazakhstan { statements(filter: { levels: [GALACTIC] }) { nodes { id } } } }', 'GRAPHQL_VALIDATION_FAILED', /GALACTIC/],
  ['{ kazakhstan { statements(filter: { colour: "red" }) { nodes { id } } } }', 'GRAPHQL_VALIDATION_FAILED', /colour/],
])('%s is refused with %s', async (query, code, message) => {
  const { data, errors, text } = await federation.ask(query);
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code, country: null, retryable: false, requestId: expect.any(String) }]);
  expect(errors[0]?.message).toMatch(message);
  expect(Object.values(data ?? {}).filter((value) => value !== null && JSON.stringify(value).includes('nodes'))).toEqual([]);
  expect(text).not.toMatch(/stack|127\.0\.0\.1|\.ts\b|node_modules/);
});

test('a bad value in a variable is refused in the same words', async () => {
  const { errors } = await federation.ask('query ($period: Edtf) { russia { actions(filter: { period: $period }) { nodes { id } } } }', {
    period: 'last year',
  });
  expect(errors.map(({ message, extensions }) => [extensions?.['code'], message.slice(0, 25)])).toEqual([
    ['PERIOD_INVALID', 'last year is not a period'],
  ]);
});

test('one bad value in a question to all countries is one error', async () => {
  const { errors } = await federation.ask('{ networks { code statements(after: "bm90aGluZw") { nodes { id } } } }');
  expect(errors.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([[['networks'], 'CURSOR_INVALID']]);
});
