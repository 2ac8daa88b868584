import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { abandoned, openSmallServer } from './open-small-server.ts';

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}
const json = { 'content-type': 'application/json' };
const read = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as Answer,
  headers: response.headers,
});

/** Asserts the one error shape and gives its code. */
function codeOf({ body }: { body: Answer }): unknown {
  expect(body.data).toBeUndefined();
  expect(body.errors).toHaveLength(1);
  const [error] = body.errors ?? [];
  expect(Object.keys(error?.extensions ?? {}).sort()).toEqual(['code', 'country', 'requestId', 'retryable']);
  expect(error?.extensions['country']).toBeNull();
  expect(error?.message).not.toBe('');
  return error?.extensions['code'];
}

/** Sends bytes as they are and gives everything the server answers until it closes. */
async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  socket.on('error', () => {});
  await once(socket, 'close');
  return answer;
}
const bodyOfRaw = (answer: string) => ({ body: JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as Answer });

test.each([
  [
    'a body over the limit',
    413,
    'BODY_TOO_LARGE',
    { method: 'POST', headers: json, body: JSON.stringify({ query: `{ greeting } #${'x'.repeat(300_000)}` }) },
  ],
  [
    'a text body',
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ greeting }"}' },
  ],
  ['a form', 415, 'UNSUPPORTED_MEDIA_TYPE', { method: 'POST', body: new URLSearchParams({ query: '{ greeting }' }) }],
  ['broken JSON', 400, 'BAD_REQUEST', { method: 'POST', headers: json, body: '{"query":' }],
  ['an empty body', 400, 'BAD_REQUEST', { method: 'POST', headers: json, body: '' }],
  ['a batch', 400, 'BAD_REQUEST', { method: 'POST', headers: json, body: '[{"query":"{ greeting }"}]' }],
  ['a method that is not served', 405, 'METHOD_NOT_ALLOWED', { method: 'PUT', headers: json, body: '{}' }],
  [
    'an Accept without JSON',
    406,
    'NOT_ACCEPTABLE',
    { method: 'POST', headers: { ...json, accept: 'text/html' }, body: '{"query":"{ greeting }"}' },
  ],
] as const)('%s is %i %s', async (_what, status, code, init) => {
  const { url } = await openSmallServer();
  const answer = await read(await fetch(url, init));
  expect(answer.status).toBe(status);
  expect(codeOf(answer)).toBe(code);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
});

test('405 names the methods that are served', async () => {
  const { url } = await openSmallServer();
  const response = await fetch(url, { method: 'DELETE' });
  expect(response.headers.get('allow')).toBe('GET, POST');
});

test('an unknown address is 404 and an address that cannot be decoded is 400', async () => {
  const { origin, port } = await openSmallServer();
  const unknown = await read(await fetch(`${origin}/graphql/v2`));
  expect([unknown.status, codeOf(unknown)]).toEqual([404, 'NOT_FOUND']);
  const undecodable = await sendRaw(port, 'GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  expect(undecodable).toMatch(/^HTTP\/1\.1 400 /);
  expect(codeOf(bodyOfRaw(undecodable))).toBe('BAD_REQUEST');
});

test('a mutation by GET is 405 and by POST is done', async () => {
  const { url, ask } = await openSmallServer();
  const byGet = await read(
    await fetch(`${url}?query=${encodeURIComponent('mutation { greet }')}`, { headers: { 'apollo-require-preflight': '1' } }),
  );
  expect([byGet.status, codeOf(byGet)]).toEqual([405, 'METHOD_NOT_ALLOWED']);
  expect((await read(await ask('mutation { greet }'))).body).toEqual({ data: { greet: 'hello' } });
});

test('a GET that any page could make a browser send is refused, with the header it is answered', async () => {
  const { url } = await openSmallServer();
  const address = `${url}?query=${encodeURIComponent('{ greeting }')}`;
  const simple = await read(await fetch(address));
  expect([simple.status, codeOf(simple)]).toEqual([400, 'BAD_REQUEST']);
  const asked = await read(await fetch(address, { headers: { 'apollo-require-preflight': '1' } }));
  expect(asked.body).toEqual({ data: { greeting: 'hello' } });
});

test('a document refused before execution is 200 under application/json and 400 under graphql-response+json', async () => {
  const { ask } = await openSmallServer();
  for (const [query, code] of [
    ['{', 'GRAPHQL_PARSE_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($c: Color!) { paint(color: $c) }', 'BAD_USER_INPUT'],
    ['query A { greeting } query B { greeting }', 'OPERATION_RESOLUTION_FAILURE'],
  ] as const) {
    const legacy = await read(await ask(query));
    const draft = await read(await ask(query, { accept: 'application/graphql-response+json' }));
    expect([legacy.status, draft.status, codeOf(legacy), codeOf(draft)]).toEqual([200, 400, code, code]);
  }
});

test('a document of as many tokens as the limit is answered, and one of a token more is refused with the limit', async () => {
  const { ask } = await openSmallServer({ maxTokens: 20 });
  const atLimit = await read(await ask(`{ ${'greeting '.repeat(18)} }`));
  expect(atLimit.body).toEqual({ data: { greeting: 'hello' } });
  const over = await read(await ask(`{ ${'greeting '.repeat(19)} }`));
  expect([over.status, codeOf(over), over.body.errors?.[0]?.message]).toEqual([
    200,
    'QUERY_TOO_LONG',
    'The query has more than 20 tokens; ask for less at once.',
  ]);
});

test.each([
  ['at the last token that is allowed', `{ ${'greeting '.repeat(18)} )`],
  ['before it', `{ greeting( ${'greeting '.repeat(40)} }`],
  ['that is no token', `{ ${'greeting '.repeat(19)} ;`],
])('a fault of syntax %s is not called too long', async (_where, query) => {
  const { ask } = await openSmallServer({ maxTokens: 20 });
  expect(codeOf(await read(await ask(query)))).toBe('GRAPHQL_PARSE_FAILED');
});

test('a document too deep for the parser is refused in plain words when tokens are not limited', async () => {
  const { ask } = await openSmallServer({ maxTokens: Number.MAX_SAFE_INTEGER });
  const answer = await read(await ask('{a'.repeat(100_000)));
  expect([codeOf(answer), answer.body.errors?.[0]?.message]).toEqual(['GRAPHQL_PARSE_FAILED', 'The document is not GraphQL.']);
});

test('a document with twenty faults is answered with five', async () => {
  const { ask } = await openSmallServer();
  const { body } = await read(await ask(`{ ${Array.from({ length: 20 }, (_, index) => `no${index}`).join(' ')} }`));
  expect(body.errors).toHaveLength(5);
});

test('neither a misspelled field nor a misspelled enum value is answered with the right one', async () => {
  const { url, ask } = await openSmallServer();
  const post = async (body: unknown) => (await fetch(url, { method: 'POST', headers: json, body: JSON.stringify(body) })).text();
  const texts = [
    await (await ask('{ greetin }')).text(),
    await (await ask('{ paint(color: GREE) }')).text(),
    await (await ask('{ paint(colour: GREEN) }')).text(),
    await post({ query: 'query ($c: Color) { paint(color: $c) }', variables: { c: 'GREE' } }),
  ];
  for (const text of texts) {
    expect(text).toContain('"errors"');
    expect(text).not.toMatch(/Did you mean|GREEN|greeting|"color/);
  }
});

test('an error without a known code keeps its words in the log, under the request id that the client sees', async () => {
  const { ask, logged } = await openSmallServer();
  for (const field of ['broken', 'masked']) {
    const answer = await read(await ask(`{ ${field} greeting }`, { 'x-request-id': `asked-${field}` }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-request-id')).toBe(`asked-${field}`);
    expect(answer.body).toEqual({
      data: { [field]: null, greeting: 'hello' },
      errors: [
        {
          message: expect.any(String),
          path: [field],
          extensions: { code: 'INTERNAL_SERVER_ERROR', country: null, retryable: false, requestId: `asked-${field}` },
        },
      ],
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|stack|\.ts/);
    expect(logged.filter((line) => line.includes(`asked-${field}`) && line.includes('secret'))).toHaveLength(1);
  }
});

test('an error with a known code keeps its words and its details, and nothing else that it carried', async () => {
  const { ask } = await openSmallServer();
  const { body } = await read(await ask('{ known }', { 'x-request-id': 'k' }));
  expect(body.errors).toEqual([
    {
      message: 'after is not a cursor.',
      path: ['known'],
      extensions: { code: 'CURSOR_INVALID', country: null, retryable: false, requestId: 'k', details: { value: 'x' } },
    },
  ]);
});

test('a request id that could forge a log line is replaced', async () => {
  const { ask } = await openSmallServer();
  const { headers } = await read(await ask('{ greeting }', { 'x-request-id': 'a b"c' }));
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('the time that the caller has left reaches the context', async () => {
  const { ask } = await openSmallServer();
  expect((await read(await ask('{ timeLeft }', { 'birge-time-left-ms': '1200' }))).body.data).toEqual({ timeLeft: 1200 });
  expect((await read(await ask('{ timeLeft }', { 'birge-time-left-ms': 'soon' }))).body.data).toEqual({ timeLeft: null });
});

test('headers over the limit are 431 in the one error shape', async () => {
  const { port } = await openSmallServer();
  const answer = await sendRaw(port, `GET /graphql HTTP/1.1\r\nhost: x\r\nx-large: ${'y'.repeat(17_000)}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect(codeOf(bodyOfRaw(answer))).toBe('BAD_REQUEST');
});

test('a request that arrives too slowly is 408 and its connection closes', async () => {
  const { port } = await openSmallServer({ requestReadTimeoutMs: 200 });
  const answer = await sendRaw(
    port,
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 30\r\n\r\n{"query":',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(codeOf(bodyOfRaw(answer))).toBe('REQUEST_TIMEOUT');
});

test('a client that leaves is noticed while its query runs', async () => {
  const { url, started } = await openSmallServer();
  const leave = new AbortController();
  const asked = fetch(url, { method: 'POST', headers: json, body: '{"query":"{ gone }"}', signal: leave.signal });
  await started;
  leave.abort();
  await expect(asked).rejects.toThrow();
  for (let tries = 0; abandoned.size === 0 && tries < 100; tries += 1) await wait(20);
  expect(abandoned.size).toBe(1);
});

test('a server that is not ready says so and still lives', async () => {
  const { origin } = await openSmallServer({}, () => false);
  expect((await fetch(`${origin}/health/live`)).status).toBe(200);
  expect((await fetch(`${origin}/health/ready`)).status).toBe(503);
});

test('a readiness check that throws is not ready', async () => {
  const { origin } = await openSmallServer({}, () => {
    throw new Error('no database');
  });
  expect((await fetch(`${origin}/health/ready`)).status).toBe(503);
});

test('closing finishes a running request, answers 503 for readiness meanwhile, and then refuses connections', async () => {
  const { server, origin, ask, release, started } = await openSmallServer({ drainMs: 2_000 });
  expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
  const running = ask('{ slow }');
  await started;
  const closed = server.close();
  const ready = await fetch(`${origin}/health/ready`);
  expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
  release();
  const answer = await running;
  expect(await answer.json()).toEqual({ data: { slow: 'finished' } });
  expect(answer.headers.get('connection')).toBe('close');
  await closed;
  await server.close();
  await expect(fetch(`${origin}/health/live`)).rejects.toThrow();
});

test.each(['{ greeting }', '{ fails }', '{ nothing', '{ unknown }'])('no cache keeps the answer to %s', async (query) => {
  const { url } = await openSmallServer();
  const { headers } = await read(await fetch(url, { method: 'POST', headers: json, body: JSON.stringify({ query }) }));
  expect(headers.get('cache-control')).toBe('no-store');
});
