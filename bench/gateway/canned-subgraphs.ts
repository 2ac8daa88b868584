import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { CannedAnswer } from './canned-federation.ts';

// A process that answers every POST at a port with the same bytes, every GET with its revision, and does nothing else: what it is asked is not even read.
const answers = JSON.parse(process.argv[2] ?? '{}') as Record<string, CannedAnswer>;
process.once('disconnect', () => process.exit());

const GET = 'G'.charCodeAt(0);
const HEAD_END = Buffer.from('\r\n\r\n');
const urls: Record<string, string> = {};
for (const [name, answer] of Object.entries(answers)) urls[name] = await open(answer);
process.send?.({ type: 'open', urls });

async function open({ body, name, revision }: CannedAnswer): Promise<string> {
  const answer = answerOf(body, `birge-revisions: ${name}=${revision}\r\n`);
  const told = answerOf(JSON.stringify({ [name]: revision }), '');
  const server = createServer({ noDelay: true }, (socket) => answerAll(socket, answer, told));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

function answerOf(text: string, header: string): Buffer {
  const body = Buffer.from(text);
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${header}content-length: ${body.length}\r\nkeep-alive: timeout=600\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

function answerAll(socket: Socket, answer: Buffer, told: Buffer): void {
  let held: Buffer = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (let end = endOfRequest(held); end !== null; end = endOfRequest(held)) {
      const isGet = held[0] === GET;
      held = held.subarray(end);
      socket.write(isGet ? told : answer);
    }
  });
}

function endOfRequest(bytes: Buffer): number | null {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd === -1) return null;
  const length = Number(/content-length: (\d+)/i.exec(bytes.toString('latin1', 0, headEnd))?.[1] ?? 0);
  const end = headEnd + HEAD_END.length + length;
  return bytes.length < end ? null : end;
}
