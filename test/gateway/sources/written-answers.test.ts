import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { closeAfterTest, composeSmallSupergraph, countries, openCountry, openGateway } from '../small-federation.ts';

const QUERY = '{ russia { code name } kazakhstan { code name level } }';
const DATA = { russia: { code: 'RU', name: 'Россия' }, kazakhstan: { code: 'KZ', name: 'Қазақстан', level: 'NATIONAL' } };

/** A subgraph that answers everything with the same text. */
async function openFixed(text: string): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeAfterTest(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

async function openWithKazakhstan(url?: string) {
  const urls: Record<string, string> = {};
  for (const country of countries)
    urls[country.subgraph] = country.subgraph === 'kazakhstan' && url !== undefined ? url : await openCountry(country);
  return openGateway(composeSmallSupergraph(), urls);
}

test('the bytes are the same however the request was sent', async () => {
  const { url, ask } = await openWithKazakhstan();
  const first = await ask(QUERY);
  const again = await ask(QUERY);
  const got = await fetch(`${url}?query=${encodeURIComponent(QUERY)}`, { headers: { 'apollo-require-preflight': '1' } });
  expect([first.text, again.text, await got.text()]).toEqual(Array.from({ length: 3 }, () => `${JSON.stringify({ data: DATA })}\n`));
});

test('a country that writes its JSON otherwise is answered with the same bytes beside one that does not', async () => {
  const { kazakhstan } = DATA;
  const spaced = await openFixed(JSON.stringify({ data: { kazakhstan } }, null, 2));
  const { ask } = await openWithKazakhstan(spaced);
  for (let round = 0; round < 2; round += 1) expect((await ask(QUERY)).text).toBe(`${JSON.stringify({ data: DATA })}\n`);
});

test('a country whose answer does not fit is missing alone, and the others keep theirs', async () => {
  const wrong = await openFixed('{"data":{"kazakhstan":{"code":"RU","name":"x","level":"NATIONAL"}}}');
  const { body } = await (await openWithKazakhstan(wrong)).ask(QUERY);
  expect(body.data).toEqual({ russia: DATA.russia, kazakhstan: null });
  expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['COUNTRY_BAD_ANSWER']);
});
