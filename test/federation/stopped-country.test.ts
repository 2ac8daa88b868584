import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const statements = readFileSync('schema/operations/networks-statements.graphql', 'utf8');
const doors = '{ kz: kazakhstan { code name(language: EN) } russia { code } uzbekistan { code } }';
const INTERNAL = /ECONN|127\.0\.0\.1|:\d{4,5}\b|localhost|graphql-js|node_modules|\.ts\b|stack|sqlite|subgraph/i;

function others({ networks }: { networks: { code: string }[] }): string {
  return JSON.stringify(networks.filter(({ code }) => code !== 'KZ'));
}

test('a stopped country is named once, and the others keep their rows byte for byte', async () => {
  const federation = await startFederation();
  const healthy = await federation.ask(statements);
  await federation.stop('kazakhstan');
  const { status, data, errors, text } = await federation.ask(statements);
  expect(status).toBe(200);
  expect(others(data)).toBe(others(healthy.data));
  expect(data.networks[0]).toEqual({ code: 'KZ', name: null, statements: null });
  expect(errors).toEqual([
    {
      message: expect.stringContaining('KZ'),
      path: ['networks'],
      extensions: { code: 'COUNTRY_UNAVAILABLE', country: 'KZ', retryable: true, requestId: expect.any(String) },
    },
  ]);
  expect(text).not.toMatch(INTERNAL);
});

test('a door that does not answer is null under its alias, with one error at that path', async () => {
  const federation = await startFederation({ stopped: ['kazakhstan'] });
  const { data, errors, text } = await federation.ask(doors);
  expect(data).toEqual({ kz: null, russia: { code: 'RU' }, uzbekistan: { code: 'UZ' } });
  expect(errors.map(({ path, extensions }) => [path, extensions?.['code'], extensions?.['country']])).toEqual([
    [['kz'], 'COUNTRY_UNAVAILABLE', 'KZ'],
  ]);
  expect(text).not.toMatch(INTERNAL);
});

test('with every country down the federation starts and tells the state of each', async () => {
  const federation = await startFederation({ stopped: ['kazakhstan', 'russia', 'uzbekistan'] });
  const { status, data, errors } = await federation.ask('{ networkStatus { code up lastPublishedAt } networks { code } }');
  expect([status, errors]).toEqual([200, []]);
  expect(data).toEqual({
    networkStatus: ['KZ', 'RU', 'UZ'].map((code) => ({ code, up: false, lastPublishedAt: null })),
    networks: ['KZ', 'RU', 'UZ'].map((code) => ({ code })),
  });
});

test('a hub that is down takes no country with it', async () => {
  const federation = await startFederation({ stopped: ['hub'] });
  const { status, data, errors, text } = await federation.ask(
    '{ networks { code } networkStatus { code } kazakhstan { code name(language: EN) } }',
  );
  expect(status).toBe(200);
  expect(data).toEqual({ networks: null, networkStatus: null, kazakhstan: { code: 'KZ', name: 'Kazakhstan' } });
  expect(errors.map(({ path, extensions }) => [path, extensions?.['code'], extensions?.['country']])).toEqual([
    [['networks'], 'COUNTRY_UNAVAILABLE', null],
    [['networkStatus'], 'COUNTRY_UNAVAILABLE', null],
  ]);
  expect(text).not.toMatch(INTERNAL);
});

test('the state of a network that went away keeps what the hub last heard of it', async () => {
  const federation = await startFederation();
  await federation.ask('{ networkStatus { code } }');
  await federation.stop('uzbekistan');
  const { data } = await federation.ask('{ networkStatus(codes: ["UZ"]) { code up expectedEvery contractVersion freshnessDays } }');
  expect(data.networkStatus).toEqual([{ code: 'UZ', up: false, expectedEvery: 'P1M', contractVersion: '0.1.0', freshnessDays: 0 }]);
});
