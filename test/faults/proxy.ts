import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { MessageReader, type Message } from './http-messages.ts';

/** One request on its way to a country. */
export interface Exchange {
  /** The connection that it came on. */
  readonly socket: Socket;
  readonly request: Message;
  /** What the true country answers to it. */
  readonly truth: () => Promise<Message>;
  readonly random: () => number;
  /** An address that nobody may ever follow. */
  readonly trap: string;
}

/** What is done to a request in place of passing it on; it ends when nothing more is to come. */
export type Toxic = (exchange: Exchange) => void | Promise<void>;

/** Which toxic strikes a request; null: it is passed on. Looked up for each, so connections that are kept alive are struck as well. */
export type Schedule = (request: SeenRequest, random: () => number) => Toxic | null;

/** What a proxy remembers of a request. */
export interface SeenRequest {
  /** Its `x-request-id`. */
  readonly id: string;
  /** Its GraphQL text and variables. */
  readonly body: string;
}

export interface ProxyCounts {
  readonly connections: number;
  /** Requests whose answer is not at its end, on connections that are still open. */
  readonly open: number;
}

const HOST = '127.0.0.1';

/** Looks of the hub at a country's state: they come in the background, at any moment. */
function isProbe({ id }: SeenRequest): boolean {
  return id.startsWith('probe-');
}

/**
 * Stands before a country on the level of bytes: it reads just enough HTTP/1.1 to know where a request begins, and passes it on or does to it what
 * its schedule says.
 * Shape   address of the country, address of a trap, chance -> a proxy that listens and passes everything on
 */
export class Proxy {
  readonly #target: { readonly host: string; readonly port: number };
  readonly #trap: string;
  readonly #random: () => number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #open = new Set<SeenRequest>();
  #schedule: Schedule = () => null;
  #seen: SeenRequest[] = [];
  #port = 0;

  private constructor(target: string, trap: string, random: () => number) {
    const { hostname, port } = new URL(target);
    this.#target = { host: hostname, port: Number(port) };
    this.#trap = trap;
    this.#random = random;
    this.#server = createServer((socket) => this.#serve(socket));
  }

  static async open(target: string, trap: string, random: () => number): Promise<Proxy> {
    const proxy = new Proxy(target, trap, random);
    await proxy.comeBack();
    return proxy;
  }

  get url(): string {
    return `http://${HOST}:${this.#port}/graphql`;
  }

  get port(): number {
    return this.#port;
  }

  /** What is open now; the hub's looks in the background are no requests of anybody. */
  get counts(): ProxyCounts {
    return { connections: this.#sockets.size, open: [...this.#open].filter((request) => !isProbe(request)).length };
  }

  /** How often each question came since the last call of `forget`, by request id and text. */
  get asked(): number[] {
    const counts = new Map<string, number>();
    for (const { id, body } of this.#seen) counts.set(`${id} ${body}`, (counts.get(`${id} ${body}`) ?? 0) + 1);
    return [...counts.values()];
  }

  forget(): void {
    this.#seen = [];
  }

  strike(schedule: Schedule): void {
    this.#schedule = schedule;
  }

  heal(): void {
    this.#schedule = () => null;
  }

  /** Refuses connections, and cuts those that are open. */
  async goAway(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Accepts connections again, at the same address. */
  async comeBack(): Promise<void> {
    if (this.#server.listening) return;
    await new Promise<void>((resolve, reject) => this.#server.once('error', reject).listen(this.#port, HOST, resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    // Whoever talks to it may leave at any moment: that is what is tested.
    socket.on('error', () => {});
    const unanswered = new Set<SeenRequest>();
    const closed = Promise.withResolvers<void>();
    closes.set(socket, closed.promise);
    socket.once('close', () => {
      this.#sockets.delete(socket);
      for (const seen of unanswered) this.#open.delete(seen);
      closed.resolve();
    });
    let answered = Promise.resolve();
    const reader = new MessageReader((request) => {
      const seen = { id: request.headers.get('x-request-id') ?? '', body: request.body.toString('utf8') };
      if (!isProbe(seen)) this.#seen.push(seen);
      // Answers leave in the order of their requests.
      unanswered.add(seen);
      answered = answered.then(() => this.#answer(socket, request, seen)).then(() => void unanswered.delete(seen));
    });
    socket.on('data', (chunk) => reader.add(chunk));
  }

  async #answer(socket: Socket, request: Message, seen: SeenRequest): Promise<void> {
    if (socket.destroyed) return;
    this.#open.add(seen);
    const truth = () => this.#pass(request);
    const toxic = this.#schedule(seen, this.#random) ?? passOn;
    try {
      await toxic({ socket, request, truth, random: this.#random, trap: this.#trap });
    } catch {
      // The country itself gave nothing: nor does who stands before it.
      socket.destroy();
    }
    this.#open.delete(seen);
  }

  /** Asks the country itself, on a connection of its own. */
  #pass(request: Message): Promise<Message> {
    return new Promise((resolve, reject) => {
      const upstream = connect(this.#target, () => upstream.write(bytesOf(request)));
      const reader = new MessageReader((answer) => {
        resolve(answer);
        upstream.destroy();
      });
      upstream.on('data', (chunk) => reader.add(chunk));
      upstream.on('error', reject).on('close', () => reject(new Error('the country ended without an answer')));
    });
  }
}

export async function passOn({ socket, truth }: Exchange): Promise<void> {
  socket.write(bytesOf(await truth()));
}

/** A message as it goes over the wire; its length is that of its body unless it says another. */
export function bytesOf({ startLine, headers, body }: Message): Buffer {
  const names = new Map([...headers, ['content-length', String(body.length)]]);
  names.delete('transfer-encoding');
  const head = [startLine, ...[...names].map(([name, value]) => `${name}: ${value}`)].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body]);
}

/** Ends when a connection is closed, by whomever. */
export function closeOf(socket: Socket): Promise<void> {
  return closes.get(socket) ?? Promise.resolve();
}

/** One listener for each connection, however many requests wait for its end. */
const closes = new WeakMap<Socket, Promise<void>>();

/** Writes one piece after the other, with a pause before each, until all are written or nobody listens any more. */
export async function writeSlowly(socket: Socket, pieces: Iterable<Buffer>, pauseMs: number): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closeOf(socket)]);
    await wait(pauseMs);
  }
}
