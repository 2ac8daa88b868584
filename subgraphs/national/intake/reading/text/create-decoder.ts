import iconv from 'iconv-lite';
import { wholeCharacters } from './whole-characters.ts';

/**
 * Stands where bytes are no text in their encoding. Not U+FFFD: an earlier program may have left that in the file, and then it is text.
 * Source  Unicode, noncharacters: never in interchanged text
 */
export const brokenCharacter = '\uFFFF';

/** Bytes in, characters out; nothing is lost without a trace. */
export interface Decoder {
  write(chunk: Buffer): string;
  end(): string;
}

export function createDecoder(encoding: string): Decoder {
  return /^utf-(8|16le|16be)$/.test(encoding) ? createUnicodeDecoder(encoding) : createEightBitDecoder(encoding);
}

const marked = (text: string): string => (text.includes('\uFFFD') ? text.replaceAll('\uFFFD', brokenCharacter) : text);

function createEightBitDecoder(encoding: string): Decoder {
  const decoder = iconv.getDecoder(encoding);
  return { write: (chunk) => marked(decoder.write(chunk)), end: () => marked(decoder.end() ?? '') };
}

/** Strict until the first fault; from there on every replacement is a fault. */
function createUnicodeDecoder(encoding: string): Decoder {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder(encoding, { ignoreBOM: true });
  let isBroken = false;
  let carried: Buffer = Buffer.alloc(0);
  const give = (bytes: Buffer): string => {
    if (!isBroken) {
      try {
        return strict.decode(bytes);
      } catch {
        isBroken = true;
      }
    }
    return marked(lenient.decode(bytes, { stream: true }));
  };
  return {
    write: (chunk) => {
      if (isBroken) return give(chunk);
      const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
      const whole = wholeCharacters(bytes, encoding);
      carried = Buffer.from(bytes.subarray(whole.length));
      const text = give(whole);
      if (!isBroken) return text;
      const rest = carried;
      carried = Buffer.alloc(0);
      return text + give(rest);
    },
    end: () => (carried.length > 0 ? give(carried) : '') + (isBroken ? marked(lenient.decode()) : ''),
  };
}
