import { gzipSync } from 'node:zlib';
import type { Exchange, Give } from './faulty-server.ts';

/** Stands in everything that a faulty country says beside its data; it must never be read by a client. */
export const SECRET = 'secret-db-7431.internal';

export interface Fault {
  readonly name: string;
  readonly code: 'COUNTRY_TIMEOUT' | 'COUNTRY_UNAVAILABLE' | 'COUNTRY_BAD_ANSWER' | 'COUNTRY_ERROR';
  readonly give: Give;
  /** How often the two questions of one request reach it; absent: twice. */
  readonly hits?: number;
  /** Whether it is not asked for a while, since it said so. */
  readonly isLeftAlone?: true;
}

// Made beforehand: making them takes longer than the deadlines of the tests. A gzip stream may have several members.
const SPACES = Buffer.alloc(50_000_000, 32);
const BOMB = gzipSync(Buffer.alloc(200_000_000, 32), { level: 1 });
const json = { 'content-type': 'application/json' };
const whole = (status: number, headers: Record<string, string>, body: string | Buffer): Give => {
  return ({ response }) => void response.writeHead(status, headers).end(body);
};
/** The true answer, changed; a number given stays a number. */
const changed = (change: (truth: string) => string | Buffer, headers: Record<string, string> = {}): Give => {
  return async ({ response, truth }) => void response.writeHead(200, { ...json, ...headers }).end(change(await truth()));
};
const stack = [
  { message: `ECONNREFUSED ${SECRET}:5432`, path: null, extensions: { code: 'INTERNAL', stacktrace: [`at /srv/${SECRET}/db.ts:1`] } },
];

export const faults: readonly Fault[] = [
  { name: 'hangs before its headers', code: 'COUNTRY_TIMEOUT', give: () => {} },
  {
    name: 'hangs in its body',
    code: 'COUNTRY_TIMEOUT',
    give: async ({ response, truth }) => void response.writeHead(200, json).write((await truth()).slice(0, 20)),
  },
  { name: 'drips one byte at a time', code: 'COUNTRY_TIMEOUT', give: drip },
  // Each question is asked once more: nobody has taken it.
  { name: 'resets the connection', code: 'COUNTRY_UNAVAILABLE', give: ({ request }) => void request.socket.resetAndDestroy(), hits: 4 },
  { name: 'is behind a gate that cannot reach it (502)', code: 'COUNTRY_UNAVAILABLE', give: whole(502, json, SECRET), hits: 4 },
  {
    name: 'fails with a text of 500',
    code: 'COUNTRY_UNAVAILABLE',
    give: whole(500, { 'content-type': 'text/plain' }, `${SECRET} at pool.ts:1`),
  },
  { name: 'fails with GraphQL of 500', code: 'COUNTRY_UNAVAILABLE', give: whole(500, json, JSON.stringify({ errors: stack })) },
  { name: 'is shut by a gate (503)', code: 'COUNTRY_UNAVAILABLE', give: whole(503, { 'retry-after': '60' }, SECRET), isLeftAlone: true },
  { name: 'wants a key (401)', code: 'COUNTRY_UNAVAILABLE', give: whole(401, json, `{"errors":[{"message":"${SECRET}"}]}`) },
  { name: 'asks for patience (429)', code: 'COUNTRY_UNAVAILABLE', give: whole(429, { 'retry-after': '60' }, SECRET), isLeftAlone: true },
  { name: 'ends half way through its length', code: 'COUNTRY_UNAVAILABLE', give: cut({ ...json, 'content-length': '100000' }) },
  { name: 'ends half way through its chunks', code: 'COUNTRY_UNAVAILABLE', give: cut(json) },
  { name: 'speaks no HTTP', code: 'COUNTRY_BAD_ANSWER', give: ({ request }) => void request.socket.end(`${SECRET}\r\n\r\n`) },
  { name: 'answers a page of HTML', code: 'COUNTRY_BAD_ANSWER', give: whole(200, { 'content-type': 'text/html' }, `<h1>${SECRET}</h1>`) },
  { name: 'answers nothing', code: 'COUNTRY_BAD_ANSWER', give: whole(200, json, '') },
  { name: 'answers broken JSON', code: 'COUNTRY_BAD_ANSWER', give: changed((truth) => `${truth.slice(0, -3)}${SECRET}`) },
  { name: 'answers JSON that is not GraphQL', code: 'COUNTRY_BAD_ANSWER', give: whole(200, json, `{"status":"${SECRET}"}`) },
  { name: 'answers a list', code: 'COUNTRY_BAD_ANSWER', give: whole(200, json, '[1]') },
  { name: 'answers data null without an error', code: 'COUNTRY_BAD_ANSWER', give: whole(200, json, '{"data":null}') },
  { name: 'answers data that is a text', code: 'COUNTRY_BAD_ANSWER', give: whole(200, json, `{"data":"${SECRET}"}`) },
  {
    name: 'answers under keys nobody asked for',
    code: 'COUNTRY_BAD_ANSWER',
    give: changed((truth) => truth.replace('{"data":{', `{"data":{"other":"${SECRET}",`)),
  },
  {
    name: 'has an old contract (400)',
    code: 'COUNTRY_BAD_ANSWER',
    give: whole(
      400,
      json,
      JSON.stringify({ errors: [{ message: `Cannot query field ${SECRET}`, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }),
    ),
  },
  { name: 'answers a number for a text', code: 'COUNTRY_BAD_ANSWER', give: changed((truth) => truth.replaceAll('"Қазақстан"', '7431743')) },
  {
    name: 'answers an unknown enum value',
    code: 'COUNTRY_BAD_ANSWER',
    give: changed((truth) => truth.replaceAll('"NATIONAL"', '"GALACTIC_7431"')),
  },
  {
    name: 'answers an object for a list',
    code: 'COUNTRY_BAD_ANSWER',
    give: changed((truth) => truth.replaceAll(/"nodes":\[.*?\]/g, '"nodes":{"id":"7431743"}')),
  },
  {
    name: 'answers null for non-null deep inside',
    code: 'COUNTRY_BAD_ANSWER',
    give: changed((truth) => truth.replaceAll('"слова 1"', 'null')),
  },
  { name: 'leaves out a field', code: 'COUNTRY_BAD_ANSWER', give: changed((truth) => truth.replaceAll(/"totalCount":3,?/g, '')) },
  {
    name: 'redirects by 302',
    code: 'COUNTRY_BAD_ANSWER',
    give: ({ response, trap }) => void response.writeHead(302, { location: trap }).end(),
  },
  {
    name: 'redirects by 308',
    code: 'COUNTRY_BAD_ANSWER',
    give: ({ response, trap }) => void response.writeHead(308, { location: trap }).end(),
  },
  { name: 'answers 50 MB', code: 'COUNTRY_BAD_ANSWER', give: changed((truth) => Buffer.concat([Buffer.from(truth), SPACES])) },
  {
    name: 'answers a gzip bomb',
    code: 'COUNTRY_BAD_ANSWER',
    give: changed((truth) => Buffer.concat([gzipSync(truth), BOMB]), { 'content-encoding': 'gzip' }),
  },
  {
    name: 'packs its answer in a way not asked for',
    code: 'COUNTRY_BAD_ANSWER',
    give: changed((truth) => truth, { 'content-encoding': 'br' }),
  },
  { name: 'says gzip and is not', code: 'COUNTRY_BAD_ANSWER', give: changed((truth) => truth, { 'content-encoding': 'gzip' }) },
  {
    name: 'answers bytes that are no UTF-8',
    code: 'COUNTRY_BAD_ANSWER',
    give: changed((truth) => Buffer.concat([Buffer.from(truth), Buffer.from([0xff])])),
  },
  { name: 'answers an error with a stack', code: 'COUNTRY_ERROR', give: whole(200, json, JSON.stringify({ data: null, errors: stack })) },
  {
    name: 'answers an error named like ours',
    code: 'COUNTRY_ERROR',
    give: whole(
      200,
      json,
      JSON.stringify({
        data: null,
        errors: [{ message: SECRET, path: [SECRET], extensions: { code: 'COUNTRY_TIMEOUT', country: 'RU', serviceName: SECRET } }],
      }),
    ),
  },
];

async function drip({ response, truth }: Exchange): Promise<void> {
  const text = await truth();
  let sent = 0;
  response.writeHead(200, json);
  const timer = setInterval(() => response.write(text[sent++] ?? ' '), 20);
  response.on('close', () => clearInterval(timer));
}

function cut(headers: Record<string, string>): Give {
  return async ({ request, response, truth }) => {
    const text = await truth();
    response.writeHead(200, headers).write(text.slice(0, text.length / 2), () => request.socket.destroy());
  };
}
