import { expect, test } from '@jest/globals';
import { ConfigError, readConfig, routingKey } from '../../gateway/config.ts';

test('every fault of the settings is named at once, and no value is', () => {
  const env = { PORT: 'secret-port', COUNTRY_TIMEOUT_MS: '-1', LOG_LEVEL: 'loud', ROUTING_URL_RUSSIA: 'ftp://user:secret@host/' };
  let fault: unknown;
  try {
    readConfig(env);
  } catch (error) {
    fault = error;
  }
  expect(fault).toBeInstanceOf(ConfigError);
  const { message, faults } = fault as ConfigError;
  expect(new Set(faults.map((line) => line.split(' ')[0]))).toEqual(
    new Set(['COUNTRY_TIMEOUT_MS', 'LOG_LEVEL', 'PORT', 'ROUTING_URL_RUSSIA']),
  );
  expect(message).not.toMatch(/secret|loud|-1/);
});

const placeOf = (env: NodeJS.ProcessEnv) => readConfig(env).metrics;

test('metrics stand beside GraphQL, at an address of their own, or nowhere', () => {
  expect([placeOf({}), placeOf({ METRICS: 'on' }), placeOf({ METRICS: 'off', METRICS_PORT: '1' })]).toEqual(['beside', 'beside', 'off']);
  expect(placeOf({ METRICS_PORT: '9100' })).toEqual({ host: '127.0.0.1', port: 9_100 });
  expect(placeOf({ METRICS_PORT: '9100', METRICS_HOST: '::1' })).toEqual({ host: '::1', port: 9_100 });
  expect(faultsOf({ METRICS: 'yes', METRICS_PORT: 'https' })).toEqual([
    'METRICS must be on or off',
    'METRICS_PORT must be a whole number from 0 to 65535',
  ]);
});

test('arguments win over the environment, the environment over what ships', () => {
  const config = readConfig({ PORT: '1', HOST: 'example', REQUEST_TIMEOUT_MS: '900' }, { port: 0 });
  expect(config).toMatchObject({
    port: 0,
    host: 'example',
    requestTimeoutMs: 900,
    countryTimeoutMs: 5_000,
    subgraphTimeoutMs: 7_000,
    breakerOpenMs: 5_000,
    supergraphPollMs: 5_000,
    maxAnswerBytes: 8_000_000,
  });
  expect(Object.isFrozen(config)).toBe(true);
});

test('a subgraph finds its address whatever its name is made of', () => {
  expect(readConfig({ ROUTING_URL_MY_REVIEWS_2: 'http://a.example/' }).routingUrls.get(routingKey('my-reviews.2'))).toBe(
    'http://a.example/',
  );
});

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
}

test('a limit that is no whole number, a proxy count and a key that is no hash are named, the key itself is not', () => {
  expect(faultsOf({ MAX_DEPTH: 'ten', RATE_LIMIT_PER_MINUTE: '-1', TRUST_PROXY: 'yes', API_KEYS: 'secret-key' })).toEqual([
    'MAX_DEPTH must be a whole number from 0 to 1000',
    'RATE_LIMIT_PER_MINUTE must be a whole number from 0 to 1000000000',
    'TRUST_PROXY must be a whole number from 0 to 10',
    'API_KEYS must be SHA-256 hashes of keys in hexadecimal, with commas between them',
  ]);
  expect(faultsOf({ MAX_DEPTH: '0', MAX_COST: '0', TRUST_PROXY: '2', API_KEYS: ` ${'a'.repeat(64)} , ${'b'.repeat(64)}` })).toEqual([]);
});
