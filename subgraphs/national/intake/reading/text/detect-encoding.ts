import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { detect } from 'jschardet';
import { SourceFault } from '../source-fault.ts';
import { kazakhInWindows1251 } from './damaged-text.ts';
import { wholeCharacters } from './whole-characters.ts';

/** What the bytes of a file are: the encoding as iconv names it, and how many bytes of a byte order mark come before the text. */
export interface DetectedEncoding {
  readonly encoding: string;
  readonly markLength: number;
}

const marks = [
  { encoding: 'utf-8', bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { encoding: 'utf-16le', bytes: Buffer.from([0xff, 0xfe]) },
  { encoding: 'utf-16be', bytes: Buffer.from([0xfe, 0xff]) },
] as const;

/** The 8-bit encodings that exports of the region use: as jschardet answers, and as iconv names them. */
const eightBit: Readonly<Record<string, string>> = {
  'Windows-1251': 'windows-1251',
  IBM866: 'cp866',
  'KOI8-R': 'koi8-r',
  KZ1048: 'rk1048',
  'ISO-8859-5': 'iso-8859-5',
};
/** Encodings of other scripts: what looks more like one of them is none of ours, and is asked for rather than misread. */
const foreign = ['windows-1250', 'windows-1252', 'windows-1253', 'windows-1255', 'windows-1256', 'gb18030', 'cp932', 'euc-kr'];
const candidates = ['windows-1251', 'cp866', 'koi8-r', 'kz-1048', 'iso-8859-5', ...foreign];

/** Punctuation at the same place in every Windows code page: it does not tell one from the other. */
const sharedPunctuation = new Set(
  '‚„…†‡‰‹‘’“”•–—™›\u00A0¤¦§©«¬\u00AD®°±µ¶·»'.split('').map((sign) => iconv.encode(sign, 'windows-1251')[0]),
);

export const namedEncodings = ['utf-8', 'windows-1251', 'rk1048', 'cp866', 'koi8-r', 'iso-8859-5', 'utf-16le'] as const;

/** Some bytes of a file, and whether they begin and end it. */
export interface Sample {
  readonly bytes: Buffer;
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/**
 * The encoding of a text, from its first bytes that say anything.
 * Shape   a sample -> encoding
 * Errors  ENCODING_UNKNOWN
 * Source  the order: byte order mark, UTF-16 by its high bytes, strict UTF-8, then letter frequencies
 */
export function detectEncoding(sample: Sample): DetectedEncoding {
  const mark = markOf(sample);
  if (mark) return { encoding: mark.encoding, markLength: mark.bytes.length };
  const { bytes, isEnd } = sample;
  const encoding = detectUtf16(bytes) ?? (isNearlyUtf8(isEnd ? bytes : wholeCharacters(bytes, 'utf-8')) ? 'utf-8' : detectEightBit(bytes));
  if (encoding === null) throw new SourceFault('ENCODING_UNKNOWN', {}, { accepted: namedEncodings });
  return { encoding, markLength: 0 };
}

/**
 * The encoding that the owner of a file named.
 * Errors  OPTION_INVALID when iconv does not know it
 */
export function namedEncoding(name: string, sample: Sample): DetectedEncoding {
  const lower = name.trim().toLowerCase();
  const known = {
    utf8: 'utf-8',
    'kz-1048': 'rk1048',
    utf16: 'utf-16le',
    utf16le: 'utf-16le',
    'utf-16': 'utf-16le',
    cp1251: 'windows-1251',
  };
  const encoding = lower in known ? known[lower as keyof typeof known] : lower;
  if (!iconv.encodingExists(encoding)) throw new SourceFault('OPTION_INVALID', {}, { found: `encoding ${name}`, accepted: namedEncodings });
  const mark = markOf(sample);
  return { encoding, markLength: mark?.encoding === encoding ? mark.bytes.length : 0 };
}

const markOf = ({ bytes: sample, isStart }: Sample) =>
  isStart ? marks.find(({ bytes }) => sample.subarray(0, bytes.length).equals(bytes)) : undefined;

/** NUL (Latin) or 0x04 (Cyrillic) is the high byte of nearly every character of UTF-16. */
function detectUtf16(sample: Buffer): 'utf-16le' | 'utf-16be' | null {
  const counts = [0, 0];
  const length = Math.min(sample.length - (sample.length % 2), 20_000);
  for (let at = 0; at < length; at++) if (sample[at] === 0 || sample[at] === 4) counts[at % 2] = (counts[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = counts.map((count) => count / Math.max(length / 2, 1));
  if (odd > 0.7 && even < 0.2) return 'utf-16le';
  return even > 0.7 && odd < 0.2 ? 'utf-16be' : null;
}

/** UTF-8, or UTF-8 with a few broken characters: an 8-bit text has hardly one that is whole. The broken ones are refused where they stand. */
function isNearlyUtf8(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true;
  const beyondAscii = bytes.toString('utf8').match(/[^\0-\x7F]/gu) ?? [];
  const broken = beyondAscii.filter((character) => character === '\uFFFD').length;
  return beyondAscii.length - broken > 4 * broken;
}

function detectEightBit(sample: Buffer): string | null {
  const telling = tellingLines(sample);
  if (telling.every((byte) => byte < 0x80 || sharedPunctuation.has(byte))) return 'windows-1251';
  const { encoding: detected, language } = detect(telling, { detectEncodings: candidates });
  const encoding = eightBit[detected ?? ''] ?? null;
  // The two share all Russian letters; Ў of the one is Ұ of the other. Only the letters that Kazakh alone uses tell them apart.
  if ((encoding !== 'windows-1251' && encoding !== 'rk1048') || language === 'uk') return encoding;
  return kazakhInWindows1251.test(iconv.decode(telling, 'windows-1251')) ? 'rk1048' : 'windows-1251';
}

/** The lines that hold anything but ASCII: the others say nothing and weigh on the frequencies. */
function tellingLines(sample: Buffer): Buffer {
  const ENOUGH = 65_536;
  const lines: Buffer[] = [];
  let length = 0;
  for (let at = 0; at < sample.length && length < ENOUGH;) {
    const end = sample.indexOf(0x0a, at);
    const line = sample.subarray(at, end === -1 ? sample.length : end + 1);
    if (!isAscii(line)) {
      lines.push(line);
      length += line.length;
    }
    at += line.length;
  }
  return Buffer.concat(lines).subarray(0, ENOUGH);
}
