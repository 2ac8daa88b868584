/** One message of HTTP/1.1, as far as a proxy has to know it. */
export interface Message {
  /** The request line or the status line. */
  readonly startLine: string;
  /** By name in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** Without chunks: as it was before it was sent. */
  readonly body: Buffer;
}

const HEAD_END = '\r\n\r\n';

/** Finds the messages in the bytes of one connection: a kept-alive connection carries many, and no chunk begins or ends with one. */
export class MessageReader {
  readonly #found: (message: Message) => void;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(found: (message: Message) => void) {
    this.#found = found;
  }

  add(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    while (this.#readNext()) continue;
  }

  #readNext(): boolean {
    const headEnd = this.#bytes.indexOf(HEAD_END);
    if (headEnd === -1) return false;
    const [startLine = '', ...lines] = this.#bytes.toString('latin1', 0, headEnd).split('\r\n');
    const headers = new Map(lines.map((line) => splitHeader(line)));
    const rest = this.#bytes.subarray(headEnd + HEAD_END.length);
    const read =
      headers.get('transfer-encoding') === 'chunked' ? readChunks(rest) : readLength(rest, Number(headers.get('content-length')));
    if (read === null) return false;
    this.#bytes = rest.subarray(read.end);
    this.#found({ startLine, headers, body: read.body });
    return true;
  }
}

function splitHeader(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

interface Body {
  readonly body: Buffer;
  /** Where the next message begins. */
  readonly end: number;
}

/** A message that names no length has no body; null: it is not all here. */
function readLength(bytes: Buffer, length: number): Body | null {
  const end = Number.isNaN(length) ? 0 : length;
  return bytes.length < end ? null : { body: bytes.subarray(0, end), end };
}

function readChunks(bytes: Buffer): Body | null {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) return null;
    const length = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const end = lineEnd + 2 + length + 2;
    if (bytes.length < end) return null;
    if (length === 0) return { body: Buffer.concat(chunks), end };
    chunks.push(bytes.subarray(lineEnd + 2, end - 2));
    at = end;
  }
}
