import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const federation = await startFederation();

test('an id finds its row behind the right door, whatever its type', async () => {
  const { data, errors } = await federation.ask(
    `query ($language: Language = EN) {
      statement: node(id: "kz:statement:vol-total-2023") { __typename id ... on Statement { value said: subject { name(language: $language) } } }
      action: node(id: "ru:action:roadmap-signing") { id ... on Action { organizers { id } } ... on Statement { value } }
      region: node(id: "uz:region:tashkent-city") { ... on Region { name { en } } }
      flow: node(id: "kz:aid-flow:aid-sent") { ...flow }
      joint: node(id: "hub:joint-program:roadmap-2019") { __typename ... on JointProgram { status commitments { key reports { country } } } }
      none: node(id: "kz:statement:never") { id }
    } fragment flow on AidFlow { stage value unit }`,
  );
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    statement: { __typename: 'Statement', id: 'kz:statement:vol-total-2023', value: 240_000, said: { name: 'Kazakhstan' } },
    action: { id: 'ru:action:roadmap-signing', organizers: [{ id: 'ru:organization:medics' }, { id: 'kz:organization:medmol' }] },
    flow: { stage: 'SENT', value: 51.5, unit: 'TNE' },
    joint: { __typename: 'JointProgram', status: 'SIGNED' },
    none: null,
  });
  expect(data.joint.commitments[0]).toEqual({ key: 'PRIORITY_LINES', reports: [{ country: 'KZ' }, { country: 'RU' }] });
});

test.each([
  ['{ node(id: "vol-total-2023") { id } }', 'ID_INVALID'],
  ['{ node(id: "kg:action:x") { id } }', 'COUNTRY_UNKNOWN'],
])('%s is refused with %s', async (query, code) => {
  const { errors } = await federation.ask(query);
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
});

test('the owner that does not answer is named at the field, and no other field suffers', async () => {
  await federation.stop('kazakhstan');
  const { status, data, errors, text } = await federation.ask(
    '{ kz: node(id: "kz:action:arys-relief") { id } ru: node(id: "ru:action:be-healthy-4") { id } }',
  );
  expect(status).toBe(200);
  expect(data).toEqual({ kz: null, ru: { id: 'ru:action:be-healthy-4' } });
  expect(errors).toEqual([
    {
      message: 'KZ cannot be reached just now.',
      path: ['kz'],
      extensions: { code: 'COUNTRY_UNAVAILABLE', country: 'KZ', retryable: true, requestId: expect.any(String) },
    },
  ]);
  expect(text).not.toMatch(/127\.0\.0\.1|ECONN/);
});
