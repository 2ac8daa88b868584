import { createServer, type AddressInfo, type Socket } from 'node:net';

// A process that answers every request at a port with the same bytes, and does nothing else: what it is asked is not even read.
const answers = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
process.once('disconnect', () => process.exit());

const HEAD_END = Buffer.from('\r\n\r\n');
const urls: Record<string, string> = {};
for (const [name, answer] of Object.entries(answers)) urls[name] = await open(Buffer.from(answer));
process.send?.({ type: 'open', urls });

async function open(body: Buffer): Promise<string> {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nkeep-alive: timeout=600\r\n\r\n`;
  const answer = Buffer.concat([Buffer.from(head), body]);
  const server = createServer({ noDelay: true }, (socket) => answerAll(socket, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

function answerAll(socket: Socket, answer: Buffer): void {
  let held: Buffer = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (let end = endOfRequest(held); end !== null; end = endOfRequest(held)) {
      held = held.subarray(end);
      socket.write(answer);
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
