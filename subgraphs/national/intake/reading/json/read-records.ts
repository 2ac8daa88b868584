import { jsonParser, type Token } from 'stream-json/core/parser.js';
import { SourceFault } from '../source-fault.ts';
import type { SourceLimits, SourceOptions } from '../source-options.ts';
import type { SourceText } from '../text/source-text.ts';
import { type JsonRecord, RecordAssembler } from './record-assembler.ts';

export interface LocatedRecord {
  readonly row: number;
  readonly record: JsonRecord;
}

const PACKED = { packValues: true, streamValues: false };

/**
 * The objects of a JSON file, from one end to the other.
 * Errors  JSON_INVALID, JSON_NO_RECORDS, RECORD_TOO_LONG, with the number of the object
 */
export async function* readArray(text: SourceText, { recordsAt }: SourceOptions, limits: SourceLimits): AsyncGenerator<LocatedRecord[]> {
  const parse = jsonParser(PACKED);
  const assembler = new RecordAssembler('array', recordsAt);
  let row = 0;
  let [pieces, sinceRecord] = [0, 0];
  for await (const piece of text.decode()) {
    const records: LocatedRecord[] = [];
    const tokens = tokensOf(parse, piece);
    if (tokens === null)
      throw new SourceFault('JSON_INVALID', { row: await findBroken(text, pieces, recordsAt) }, { found: 'in or after this object' });
    for (const token of tokens) {
      const record = assembler.take(token);
      if (record) records.push({ row: ++row, record });
    }
    pieces += 1;
    sinceRecord = records.length > 0 ? 0 : sinceRecord + piece.length;
    if (sinceRecord > limits.recordLength && !assembler.isComplete) {
      throw new SourceFault('RECORD_TOO_LONG', { row: row + 1 }, { limit: limits.recordLength });
    }
    yield records;
  }
  if (!assembler.isComplete) throw new SourceFault('JSON_INVALID', { row: row + 1 }, { found: 'it is cut off' });
  if (!assembler.isFound) {
    throw new SourceFault('JSON_NO_RECORDS', {}, { found: recordsAt === undefined ? '' : ` under "${recordsAt}"` });
  }
}

/** The number of the object in or after which the text breaks: the parser tells only in which piece, so that one is read again by character. */
async function findBroken(text: SourceText, brokenPiece: number, recordsAt: string | undefined): Promise<number> {
  const parse = jsonParser(PACKED);
  const assembler = new RecordAssembler('array', recordsAt);
  let [row, index] = [0, 0];
  for await (const piece of text.decode()) {
    for (const part of index++ < brokenPiece ? [piece] : piece) {
      const tokens = tokensOf(parse, part);
      if (tokens === null) return Math.max(row, 1);
      for (const token of tokens) if (assembler.take(token)) row += 1;
    }
  }
  return Math.max(row, 1);
}

/**
 * The objects of a file that has one on each line. A line that is none is a fault of its row.
 * Errors  RECORD_TOO_LONG
 */
export async function* readLines(text: SourceText, limits: SourceLimits): AsyncGenerator<LocatedRecord[]> {
  let rest = '';
  let row = 0;
  const read = (line: string): LocatedRecord[] => {
    row += 1;
    return line.trim() === '' ? [] : [{ row, record: recordOf(line) }];
  };
  for await (const piece of text.decode()) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > limits.recordLength) throw new SourceFault('RECORD_TOO_LONG', { row: row + 1 }, { limit: limits.recordLength });
    yield lines.flatMap(read);
  }
  yield read(rest);
}

function recordOf(line: string): JsonRecord {
  const assembler = new RecordAssembler('line');
  const found: JsonRecord[] = [];
  for (const token of tokensOf(jsonParser(PACKED), `${line}\n`) ?? []) {
    const record = assembler.take(token);
    if (record) found.push(record);
  }
  const [record] = found;
  return record && found.length === 1 && assembler.isComplete ? record : broken();
}

const broken = (): JsonRecord => ({ keys: [], values: [], kinds: [], faults: [{ code: 'JSON_INVALID', key: null, shown: '' }] });

/** Null where the text is no JSON: the parser knows no other fault. */
function tokensOf(parse: ReturnType<typeof jsonParser>, text: string): readonly Token[] | null {
  try {
    const tokens = parse(text);
    return typeof tokens === 'object' && 'values' in tokens ? tokens.values : [];
  } catch {
    return null;
  }
}
