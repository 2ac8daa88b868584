import { setTimeout as wait } from 'node:timers/promises';
import { composeServices } from '@apollo/composition';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { composeSmallSupergraph, countries, openCountry, openGateway, openHub, openSubgraph } from '../gateway/small-federation.ts';
import { openFaultyServer, type Give } from './faulty-server.ts';

const QUERY = '{ kazakhstan { code name } russia { code name } uzbekistan { code name } }';
const BREAKER_OPEN_MS = 1_000;
/** Looks at it so often in one pause of the breaker, and for two of them. */
const LOOKS = 20;
const fails: Give = ({ response }) => void response.writeHead(500).end();
const resets: Give = ({ request }) => void request.socket.resetAndDestroy();
const refuses: Give = ({ response }) => void response.writeHead(403).end();

async function openFederation() {
  const faulty = await openFaultyServer(await openCountry(countries[0]));
  const urls = {
    hub: await openHub(),
    kazakhstan: faulty.url,
    russia: await openCountry(countries[1]),
    uzbekistan: await openCountry(countries[2]),
  };
  return { faulty, ...(await openGateway(composeSmallSupergraph(), urls, { BREAKER_OPEN_MS: String(BREAKER_OPEN_MS) })) };
}

test('after five failures the gateway leaves a country alone, the others keep every byte, and it is whole again within one pause', async () => {
  const { faulty, ask } = await openFederation();
  const healthy = await ask(QUERY);
  const without = healthy.text.replace('"kazakhstan":{"code":"KZ","name":"Қазақстан"}', '"kazakhstan":null');
  const others = without.slice(without.indexOf('"kazakhstan"'), -1);

  faulty.strike(fails);
  const struckAt = performance.now();
  for (let asked = 0; asked < 20; asked += 1) {
    const { text, body } = await ask(QUERY);
    expect(text).toContain(others);
    expect(body.errors).toMatchObject([{ path: ['kazakhstan'], extensions: { code: 'COUNTRY_UNAVAILABLE', country: 'KZ' } }]);
    if (asked === 4) expect(faulty.hits()).toBe(5);
  }
  // One in each pause tries whether it is back.
  expect(faulty.hits()).toBeLessThanOrEqual(5 + Math.floor((performance.now() - struckAt) / BREAKER_OPEN_MS));

  faulty.heal();
  for (let looks = 0; (await ask(QUERY)).text !== healthy.text; looks += 1) {
    expect(looks).toBeLessThan(2 * LOOKS);
    await wait(BREAKER_OPEN_MS / LOOKS);
  }
  expect((await ask(QUERY)).text).toBe(healthy.text);
});

test('a country whose connection is cut once is asked once more, and the client sees nothing of it', async () => {
  const { faulty, ask } = await openFederation();
  const healthy = await ask(QUERY);
  faulty.strike((exchange) => {
    faulty.heal();
    return resets(exchange);
  });
  expect((await ask(QUERY)).text).toBe(healthy.text);
  expect(faulty.hits()).toBe(2);
});

test('refusals, and clients in a hurry, close a country to nobody', async () => {
  const { faulty, ask } = await openFederation();
  const healthy = await ask(QUERY);
  faulty.strike(refuses);
  for (let asked = 0; asked < 12; asked += 1) await ask(QUERY);
  expect(faulty.hits()).toBe(12);
  faulty.strike(() => {});
  for (let asked = 0; asked < 12; asked += 1) await ask(QUERY, {}, { 'birge-time-left-ms': '20' });
  faulty.heal();
  expect((await ask(QUERY)).text).toBe(healthy.text);
});

test('a mutation whose connection was cut is not sent again', async () => {
  const sdl = 'type Query { beds: Int } type Mutation { addBed: Int }';
  const faulty = await openFaultyServer(await openSubgraph('beds', sdl, { Query: { beds: () => 1 }, Mutation: { addBed: () => 2 } }));
  const { supergraphSdl = '' } = composeServices([{ name: 'beds', typeDefs: parse(sdl), url: 'http://127.0.0.1:1/graphql' }]);
  const { ask } = await openGateway(supergraphSdl, { beds: faulty.url });
  faulty.strike(resets);
  expect((await ask('{ beds }')).body.data).toEqual({ beds: null });
  expect(faulty.hits()).toBe(2);
  faulty.strike(resets);
  expect((await ask('mutation { addBed }')).body.data).toEqual({ addBed: null });
  expect(faulty.hits()).toBe(1);
});
