import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { composeSmallSupergraph, countries, openCountry, openGateway, openHub, type GatewayBody } from '../gateway/small-federation.ts';
import { faults, SECRET, type Fault } from './faults.ts';
import { openFaultyServer } from './faulty-server.ts';

const FIELDS = '{ code name level statements(first: 2) { totalCount nodes { id words } } }';
const QUERY = `{ kz: kazakhstan ${FIELDS} again: kazakhstan { code name level statements { totalCount nodes { words } } } ru: russia ${FIELDS} uzbekistan ${FIELDS} networks ${FIELDS} }`;

/** The three countries, Kazakhstan behind a server that can be made faulty. */
async function openFederation(countryTimeoutMs = 5_000) {
  const faulty = await openFaultyServer(await openCountry(countries[0]));
  const urls = {
    hub: await openHub(),
    kazakhstan: faulty.url,
    russia: await openCountry(countries[1]),
    uzbekistan: await openCountry(countries[2]),
  };
  const env = { COUNTRY_TIMEOUT_MS: String(countryTimeoutMs), REQUEST_TIMEOUT_MS: '10000', MAX_ANSWER_BYTES: '1000000' };
  return { faulty, urls, ...(await openGateway(composeSmallSupergraph(), urls, env)) };
}

/** The parts of an answer that Kazakhstan has no share in, byte for byte. */
function othersIn({ data }: GatewayBody, text: string): string[] {
  const networks = (data?.['networks'] ?? []) as { code: string }[];
  const parts = [data?.['ru'], data?.['uzbekistan'], ...networks.filter(({ code }) => code !== 'KZ')].map((part) => JSON.stringify(part));
  expect(parts).toHaveLength(4);
  for (const part of parts) expect(text).toContain(part);
  return parts;
}

const errorsOf = (code: Fault['code'], requestId: string) => {
  const sentences = {
    COUNTRY_TIMEOUT: 'KZ did not answer in time.',
    COUNTRY_UNAVAILABLE: 'KZ cannot be reached just now.',
    COUNTRY_BAD_ANSWER: 'KZ gave an answer that cannot be used.',
    COUNTRY_ERROR: 'KZ reported a fault of its own.',
  };
  const retryable = code === 'COUNTRY_TIMEOUT' || code === 'COUNTRY_UNAVAILABLE';
  return ['kz', 'again', 'networks'].map((root) => ({
    message: sentences[code],
    path: [root],
    extensions: { code, country: 'KZ', retryable, requestId },
  }));
};

test.each(faults)(
  'a country that $name is $code, once per root field, and nobody else notices',
  async ({ code, give, hits = 2, isLeftAlone = false }) => {
    const { faulty, urls, ask } = await openFederation(code === 'COUNTRY_TIMEOUT' ? 2_000 : 5_000);
    const healthy = await ask(QUERY);
    expect(healthy.body.errors).toBeUndefined();
    expect(healthy.body.data).toMatchObject({ kz: { code: 'KZ' }, networks: [{ name: 'Қазақстан' }, {}, {}] });

    faulty.strike(give);
    const { status, text, body } = await ask(QUERY, {}, { 'x-request-id': 'fault-1' });
    // The second question comes before or after the first answer.
    if (isLeftAlone) expect([1, 2]).toContain(faulty.hits());
    else expect(faulty.hits()).toBe(hits);
    expect(status).toBe(200);
    expect(body.errors).toEqual(errorsOf(code, 'fault-1'));
    expect(othersIn(body, text)).toEqual(othersIn(healthy.body, healthy.text));
    const { kz, again, networks } = body.data as { kz: unknown; again: unknown; networks: unknown[] };
    expect([kz, again, networks[0]]).toEqual([null, null, { code: 'KZ', name: null, level: null, statements: null }]);
    expect(Object.keys(body).sort()).toEqual(['data', 'errors']);
    expect(text).not.toContain(SECRET);
    expect(text).not.toMatch(/7431|GALACTIC|127\.0\.0\.1|ECONN|UND_ERR|stack|\.ts|serviceName|valueCompletion|undici/);
    for (const url of Object.values(urls)) expect(text).not.toContain(new URL(url).port);
    expect(faulty.trapHits()).toBe(0);

    faulty.heal();
    const struck = faulty.hits();
    const after = await ask(QUERY, {}, { 'x-request-id': 'fault-1' });
    expect(after.text).toBe(isLeftAlone ? text : healthy.text);
    if (isLeftAlone) expect(faulty.hits()).toBe(struck);
  },
);

test('a country that refuses connections is COUNTRY_UNAVAILABLE, cold and warm', async () => {
  const { faulty, urls, ask } = await openFederation();
  const healthy = await ask(QUERY);
  await faulty.shut();
  const cold = await openGateway(composeSmallSupergraph(), urls);
  for (const asking of [ask, cold.ask]) {
    const { status, text, body } = await asking(QUERY, {}, { 'x-request-id': 'fault-2' });
    expect([status, body.errors]).toEqual([200, errorsOf('COUNTRY_UNAVAILABLE', 'fault-2')]);
    expect(othersIn(body, text)).toEqual(othersIn(healthy.body, healthy.text));
    expect(text).not.toContain(String(faulty.port));
  }
});

test('a country that answers with the code of another is COUNTRY_BAD_ANSWER where its code was asked', async () => {
  const { faulty, ask } = await openFederation();
  faulty.strike(async ({ response, truth }) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end((await truth()).replaceAll('"KZ"', '"RU"'));
  });
  const { body } = await ask('{ kz: kazakhstan { c: code name } russia { code } }', {}, { 'x-request-id': 'r' });
  expect(body).toEqual({ data: { kz: null, russia: { code: 'RU' } }, errors: errorsOf('COUNTRY_BAD_ANSWER', 'r').slice(0, 1) });
});

test('a country that fails twice under one root field is named there once', async () => {
  const { faulty, ask } = await openFederation();
  faulty.strike(({ response }) => void response.writeHead(503).end());
  const { body } = await ask('{ border { east { code name } west { code level } } }', {}, { 'x-request-id': 'r' });
  // Two questions, each asked once more.
  expect(faulty.hits()).toBe(4);
  expect(body.data).toEqual({ border: { east: { code: 'KZ', name: null }, west: { code: 'KZ', level: null } } });
  expect(body.errors).toEqual([{ ...errorsOf('COUNTRY_UNAVAILABLE', 'r')[0], path: ['border'] }]);
});

test('data beside an error of its own is kept, and the error is masked', async () => {
  const { faulty, ask } = await openFederation();
  faulty.strike(async ({ response, truth }) => {
    const answer = JSON.parse(await truth()) as { data: { kazakhstan?: { name: null } } };
    if (answer.data.kazakhstan !== undefined) answer.data.kazakhstan.name = null;
    const errors = [{ message: SECRET, path: ['kazakhstan', 'name'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ...answer, errors }));
  });
  const { body, text } = await ask('{ kazakhstan { code name } }', {}, { 'x-request-id': 'r' });
  expect(body).toEqual({
    data: { kazakhstan: { code: 'KZ', name: null } },
    errors: [
      {
        message: 'KZ reported a fault of its own.',
        path: ['kazakhstan'],
        extensions: { code: 'COUNTRY_ERROR', country: 'KZ', retryable: false, requestId: 'r' },
      },
    ],
  });
  expect(text).not.toContain(SECRET);
});

test('a socket is closed at the deadline, whether the headers or the body hang', async () => {
  const { faulty, ask } = await openFederation(200);
  for (const name of ['hangs before its headers', 'hangs in its body', 'drips one byte at a time']) {
    const fault = faults.find((one) => one.name === name);
    faulty.strike(fault?.give ?? (() => {}));
    await ask('{ kazakhstan { code } }');
  }
  const left = await Promise.race([faulty.socketsClosed().then(() => 'closed'), wait(5_000, 'open', { ref: false })]);
  expect(left).toBe('closed');
});

test('a caller with little time left is answered within it, and the time goes on to the countries', async () => {
  const { faulty, ask } = await openFederation();
  const seen: string[] = [];
  faulty.strike(({ request }) => {
    seen.push(String(request.headers['birge-time-left-ms']), String(request.headers['x-request-id']));
  });
  const { body } = await ask('{ kazakhstan { code } russia { code } }', {}, { 'birge-time-left-ms': '1500', 'x-request-id': 'short' });
  expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['COUNTRY_TIMEOUT']);
  expect(body.data).toEqual({ kazakhstan: null, russia: { code: 'RU' } });
  expect(Number(seen[0])).toBeGreaterThan(0);
  expect(Number(seen[0])).toBeLessThanOrEqual(1_500);
  expect(seen[1]).toBe('short');
});
