import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const federation = await startFederation();

test('an old and a new code of one area are one region; a new area is another, and says what it replaces', async () => {
  const { data, errors } = await federation.ask(
    '{ regions(codes: ["KZ-39", "KZ-KUS", "KZ-63", "KZ-VOS"]) { id iso name { ru kk uz en } codes { system value validFrom validTo } replaces replacedBy } }',
  );
  expect(errors).toEqual([]);
  expect(data.regions.map(({ id, iso, replaces, replacedBy }: Record<string, unknown>) => [id, iso, replaces, replacedBy])).toEqual([
    ['kz:region:east-kazakhstan', 'KZ-63', ['kz:region:east-kazakhstan-before-2022'], []],
    ['kz:region:east-kazakhstan-before-2022', null, [], ['kz:region:abai', 'kz:region:east-kazakhstan']],
    ['kz:region:kostanay', 'KZ-39', [], []],
  ]);
  const kostanay = data.regions[2];
  expect(kostanay.name).toEqual({ ru: expect.any(String), kk: expect.any(String), uz: expect.any(String), en: expect.any(String) });
  expect(kostanay.codes).toContainEqual({ system: 'ISO_3166_2', value: 'KZ-KUS', validFrom: null, validTo: '2022-11-29' });
  expect(kostanay.codes).toContainEqual({ system: 'ISO_3166_2', value: 'KZ-39', validFrom: '2022-11-29', validTo: null });
});

test('all regions of today have the codes that ISO lists for their country', async () => {
  const { data } = await federation.ask('{ regions { iso } }');
  const current: string[] = data.regions.map(({ iso }: { iso: string | null }) => iso).filter((iso: string | null) => iso !== null);
  const counts = Object.groupBy(current, (iso) => iso.slice(0, 2));
  expect([counts['KZ']?.length, counts['RU']?.length, counts['UZ']?.length]).toEqual([20, 83, 14]);
  expect(new Set(current).size).toBe(117);
});

test('a code that no region has gives an empty list, and a country that is down does not hide the others', async () => {
  expect((await federation.ask('{ regions(codes: ["KZ-00"]) { id } }')).data.regions).toEqual([]);
  await federation.stop('russia');
  const { data, errors } = await federation.ask('{ regions { iso } }');
  expect(data.regions.filter((region: object | null) => region !== null)).toHaveLength(23 + 14);
  expect(errors.map(({ path, extensions }) => [path, extensions?.['code'], extensions?.['country']])).toEqual([
    [['regions'], 'COUNTRY_UNAVAILABLE', 'RU'],
  ]);
});
