import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { SECRET } from './faults.ts';
import type { Message } from './http-messages.ts';
import { bytesOf, closeOf, writeSlowly, type Toxic } from './proxy.ts';

type Headers = Readonly<Record<string, string>>;
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const JSON_TYPE: Headers = { 'content-type': 'application/json' };
const MB = 1_000_000;
/** Pieces in which a body is sent that has to arrive in time. */
const PIECE = 64 * 1024;

export const hang: Toxic = ({ socket }) => closeOf(socket);
export const reset: Toxic = ({ socket }) => void socket.resetAndDestroy();
export const speakNoHttp: Toxic = ({ socket }) => void socket.end(`${SECRET}\r\n\r\n`);

export const hangInBody: Toxic = async ({ socket, truth, random }) => {
  const { head, body } = apart(await truth());
  socket.write(Buffer.concat([head, body.subarray(0, somewhere(body, random))]));
  await closeOf(socket);
};

export const drip: Toxic = async ({ socket, truth }) => writeSlowly(socket, slices(bytesOf(await truth()), 1), 200);

/** Ends within its body, which it said to be longer. */
export const cutByLength: Toxic = async ({ socket, truth, random }) => {
  const { head, body } = apart(await truth());
  socket.end(Buffer.concat([head, body.subarray(0, somewhere(body, random))]));
};

/** Ends after a chunk, without the one that says that it was the last. */
export const cutInChunks: Toxic = async ({ socket, truth, random }) => {
  const { body } = await truth();
  const part = body.subarray(0, somewhere(body, random));
  const head = headOf(200, { ...JSON_TYPE, 'transfer-encoding': 'chunked' });
  socket.end(Buffer.concat([head, Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]));
};

/** The same answer to everything. */
export function canned(status: number, headers: Headers, body: string | Buffer): Toxic {
  return ({ socket }) => void socket.write(messageOf(status, headers, Buffer.from(body)));
}

/** Sends whoever asks elsewhere. */
export function redirect(status: number): Toxic {
  return ({ socket, trap }) => void socket.write(messageOf(status, { location: trap }, Buffer.alloc(0)));
}

/** The true answer, with another value in the place of each that `change` gives one for; `undefined` leaves it. */
export function changed(change: (value: Json, key: string) => Json | undefined): Toxic {
  return rewritten((answer) => walk(answer, '', change));
}

/** The true answer as `rewrite` leaves it. */
export function rewritten(rewrite: (answer: { [key: string]: Json }) => Json): Toxic {
  return async ({ socket, truth }) => {
    const answer = JSON.parse((await truth()).body.toString('utf8')) as { [key: string]: Json };
    socket.write(messageOf(200, JSON_TYPE, Buffer.from(JSON.stringify(rewrite(answer)))));
  };
}

function walk(value: Json, key: string, change: (value: Json, key: string) => Json | undefined): Json {
  const other = change(value, key);
  if (other !== undefined) return other;
  if (Array.isArray(value)) return value.map((item) => walk(item, key, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name, change)]));
}

/** A true answer with 50 MB of spaces behind it. */
export const answerSpaces: Toxic = async ({ socket, truth }) => {
  const { body } = await truth();
  socket.write(headOf(200, { ...JSON_TYPE, 'content-length': String(body.length + 50 * MB) }));
  await writeSlowly(socket, repeated(Buffer.alloc(MB, 32), 50, body), 0);
};

/** A megabyte of spaces is about a kilobyte; a gzip stream may have many members. */
const PACKED_SPACES = gzipSync(Buffer.alloc(MB, 32), { level: 9 });

/** A true answer with 256 MB of spaces behind it, in about 256 kB. */
export const answerBomb: Toxic = async ({ socket, truth }) => {
  const bomb = Buffer.concat([...repeated(PACKED_SPACES, 256, gzipSync((await truth()).body))]);
  socket.write(headOf(200, { ...JSON_TYPE, 'content-encoding': 'gzip', 'content-length': String(bomb.length) }));
  await writeSlowly(socket, slices(bomb, PIECE), 0);
};

/** 150 ms late, 100 ms more or less. */
export const late: Toxic = async (exchange) => {
  await wait(50 + exchange.random() * 200);
  exchange.socket.write(bytesOf(await exchange.truth()));
};

/** In slices of 1 to 24 bytes. */
export const inSlices: Toxic = async ({ socket, truth, random }) => {
  for (const slice of slices(bytesOf(await truth()), () => 1 + Math.floor(random() * 24))) {
    if (socket.destroyed) return;
    // Each in a turn of its own, so that they leave one by one.
    await new Promise<void>((resolve) => socket.write(slice, () => resolve()));
  }
};

/** At 64 kB a second. */
export const narrow: Toxic = async ({ socket, truth }) => writeSlowly(socket, slices(bytesOf(await truth()), PIECE / 20), 50);

/** Whole at once, but the connection, of which it says that it closes, stays for a second. */
export const closeLate: Toxic = async ({ socket, truth }) => {
  socket.write(withHeader(await truth(), 'connection', 'close'));
  setTimeout(() => socket.destroy(), 1_000).unref();
};

/** With a clock that is three days late. */
export const ofAnotherDay: Toxic = async ({ socket, truth }) => {
  const threeDaysAgo = new Date(Date.now() - 3 * 86_400_000);
  socket.write(withHeader(await truth(), 'date', threeDaysAgo.toUTCString()));
};

function withHeader(message: Message, name: string, value: string): Buffer {
  return bytesOf({ ...message, headers: new Map([...message.headers, [name, value]]) });
}

function messageOf(status: number, headers: Headers, body: Buffer): Buffer {
  return Buffer.concat([headOf(status, { ...headers, 'content-length': String(body.length) }), body]);
}

function headOf(status: number, headers: Headers): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} ${SECRET}\r\nx-powered-by: ${SECRET}\r\n${lines.join('')}\r\n`);
}

function apart(message: Message): { readonly head: Buffer; readonly body: Buffer } {
  const bytes = bytesOf(message);
  return { head: bytes.subarray(0, bytes.length - message.body.length), body: message.body };
}

/** A place within a body: neither its begin nor its end. */
function somewhere({ length }: Buffer, random: () => number): number {
  return 1 + Math.floor(random() * (length - 1));
}

function* repeated(piece: Buffer, times: number, first: Buffer): Generator<Buffer> {
  yield first;
  for (let time = 0; time < times; time += 1) yield piece;
}

function* slices(bytes: Buffer, length: number | (() => number)): Generator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const end = at + (typeof length === 'number' ? length : length());
    yield bytes.subarray(at, end);
    at = end;
  }
}
