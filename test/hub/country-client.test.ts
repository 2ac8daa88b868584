import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { readCountries } from '../../subgraphs/federation/read-countries.ts';
import { CountryClient } from '../../subgraphs/hub/ask/country-client.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { silent } from '../harness/open-door.ts';

const kazakhstan = readCountries('rover.yaml')[0]!;
const client = new CountryClient({ log: silent, breakerOpenMs: 0 });
whenFileEnds(() => client.close());

/** How asking a server that behaves like this ends. */
async function outcomeOf(listener: RequestListener, timeoutMs = 2_000) {
  return (await openCountry(listener)).ask(timeoutMs);
}

async function openCountry(listener: RequestListener, asking = client) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  whenFileEnds(async () => {
    server.closeAllConnections();
    server.close();
  });
  const routingUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const country = { ...kazakhstan, routingUrl };
  const question = { fields: 'contractVersion', variables: [], values: {} };
  return { ask: (timeoutMs: number) => asking.ask(country, question, { requestId: 'test', timeoutMs }) };
}

const answer =
  (body: string, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
const door = (fields: object) => JSON.stringify({ data: { _entities: [fields] } });

test('a whole answer of the asked country is an answer', async () => {
  expect(await outcomeOf(answer(door({ birge_code: 'KZ', contractVersion: '1' })))).toEqual({
    kind: 'answered',
    asOf: null,
    revision: null,
    door: { birge_code: 'KZ', contractVersion: '1' },
  });
});

test.each<[string, RequestListener]>([
  ['another country’s code', answer(door({ birge_code: 'RU' }))],
  ['no door', answer('{"data":{"_entities":[null]}}')],
  ['no data', answer('{"data":null,"errors":[{"message":"secret"}]}')],
  ['HTML', answer('<html>it works</html>')],
  ['an error of the server', answer(door({ birge_code: 'KZ' }), 500)],
  [
    'half a body',
    (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"da');
      response.destroy();
    },
  ],
  ['a redirect', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
  ['a number for a text', answer(door({ birge_code: 'KZ', contractVersion: 7431 }))],
  ['a door without what was asked for', answer(door({ birge_code: 'KZ' }))],
  ['more than 8 MB', answer(`${' '.repeat(9_000_000)}${door({ birge_code: 'KZ' })}`)],
])('%s makes the country unavailable', async (_, listener) => {
  expect(await outcomeOf(listener)).toMatchObject({ kind: 'unavailable' });
});

test.each<[string, RequestListener]>([
  ['says nothing', () => undefined],
  [
    'stops in the body',
    (_, response) => {
      response.writeHead(200);
      response.write('{');
    },
  ],
  [
    'sends a byte at a time',
    (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    },
  ],
])('a country that %s is timed out', async (_, listener) => {
  expect(await outcomeOf(listener, 200)).toEqual({ kind: 'timedOut' });
});

test('lateness towards a client in a hurry closes a country to nobody, lateness within the usual time does', async () => {
  const impatient = new CountryClient({ log: silent, breakerOpenMs: 60_000, countryTimeoutMs: 200 });
  whenFileEnds(() => impatient.close());
  const country = await openCountry(() => undefined, impatient);
  for (let asked = 0; asked < 12; asked += 1) expect(await country.ask(50)).toEqual({ kind: 'timedOut' });
  expect(impatient.breakerOf('KZ')).toBe('CLOSED');
  for (let asked = 0; asked < 5; asked += 1) await country.ask(200);
  expect(impatient.breakerOf('KZ')).toBe('OPEN');
});
