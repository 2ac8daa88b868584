import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { clientSentence } from '../../gateway/client-sentence.ts';
import { closeAfterTest, composeSmallSupergraph, openGateway, openSmallFederation } from './small-federation.ts';

const client = (code: string, path: string, message: string) => ({
  message,
  path: [path],
  extensions: { code, country: null, retryable: false, requestId: 'r' },
});
const asR = { 'x-request-id': 'r' };

test('a page that is too large is refused once with both numbers, in the words of the gateway', async () => {
  const { ask } = await openSmallFederation();
  const { status, body, text } = await ask('{ networks { code statements(first: 5000) { totalCount } } }', {}, asR);
  expect(status).toBe(200);
  expect(body.errors).toEqual([client('PAGE_TOO_LARGE', 'networks', 'first is 5000; a page holds 1 to 1000 rows.')]);
  expect(text).not.toContain('words of a country');
});

test('a scalar that only the countries can read is refused as the client sent it, as a literal and as a variable', async () => {
  const { ask } = await openSmallFederation();
  const sentence =
    'autumn is not a period; accepted are EDTF dates and intervals such as 2023, 2023-06, 2019-11-07/2020?, 2015/.. and 2023-01?/.';
  const literal = await ask('{ kz: kazakhstan { statements(period: "autumn") { totalCount } } russia { code } }', {}, asR);
  expect(literal.body).toEqual({ data: { kz: null, russia: { code: 'RU' } }, errors: [client('PERIOD_INVALID', 'kz', sentence)] });
  const variable = await ask('query ($p: Edtf) { networks { statements(period: $p) { totalCount } } }', { p: 'autumn' }, asR);
  expect(variable.body.errors).toEqual([client('PERIOD_INVALID', 'networks', sentence)]);
});

test('details that the client did not send, or that are no plain words, are not repeated', async () => {
  const { ask } = await openSmallFederation();
  const { body, text } = await ask('{ kazakhstan { code statements(after: "y") { totalCount } } }', {}, asR);
  expect(body.data).toEqual({ kazakhstan: { code: 'KZ', statements: null } });
  expect(body.errors).toEqual([client('CODE_UNKNOWN', 'kazakhstan', 'The value is not a code of cursors of kz; accepted: KZ.')]);
  expect(text).not.toMatch(/never-sent|internal/);
});

test.each([200, 400])(
  'a client error as a whole answer of status %i reaches the client, another code of that kind does not',
  async (status) => {
    let code = 'ID_INVALID';
    const server = createServer((_request, response) => {
      const body = { errors: [{ message: 'secret', extensions: { code, details: { value: 'kz:nothing' } } }] };
      response.writeHead(status, { 'content-type': 'application/graphql-response+json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closeAfterTest(async () => void server.close());
    const { ask } = await openGateway(composeSmallSupergraph(), {
      kazakhstan: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });
    const query = '{ kazakhstan { statements(after: "kz:nothing") { totalCount } } }';
    const known = await ask(query, {}, asR);
    expect(known.body.errors).toEqual([
      client('ID_INVALID', 'kazakhstan', 'kz:nothing is not an id; ids read like kz:action:arys-relief.'),
    ]);
    code = 'GRAPHQL_VALIDATION_FAILED';
    const other = await ask(query, {}, asR);
    expect(other.body.errors?.map(({ extensions }) => [extensions['code'], extensions['country']])).toEqual([['COUNTRY_BAD_ANSWER', 'KZ']]);
    expect(known.text + other.text).not.toContain('secret');
  },
);

test('a value of more than a hundred characters is not repeated, nor one that stands for a pattern', () => {
  const long = 'z'.repeat(101);
  const sent = { query: `{ a(b: "${long} $& $1") }`, variables: '{}' };
  expect(clientSentence('DATE_INVALID', { value: long }, sent)).toBe('The value is not a date; accepted is YYYY-MM-DD.');
  expect(clientSentence('DATE_INVALID', { value: '$& $1' }, sent)).toBe('$& $1 is not a date; accepted is YYYY-MM-DD.');
});

test('a value sent in a variable is recognized through its JSON escapes', () => {
  const value = 'line\n"quoted"';
  const sent = { query: 'query ($a: String) { a }', variables: JSON.stringify({ a: value }) };
  expect(clientSentence('ID_INVALID', { value }, sent)).toBe(`${value} is not an id; ids read like kz:action:arys-relief.`);
});
