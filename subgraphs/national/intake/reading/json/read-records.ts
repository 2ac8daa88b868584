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
  let sinceRecord = 0;
  for await (const piece of text.decode()) {
    const records: LocatedRecord[] = [];
    for (const token of tokensOf(parse, piece, row + 1)) {
      const record = assembler.take(token);
      if (record) records.push({ row: ++row, record });
    }
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

/**
 * The objects of a file that has one on each line. A line that is none is a fault of its row.
 * Errors  RECORD_TOO_LONG
 */
export async function* readLines(text: SourceText, limits: SourceLimits): AsyncGenerator<LocatedRecord[]> {
  let rest = '';
  let row = 0;
  const read = (line: string): LocatedRecord[] => {
    row += 1;
    return line.trim() === '' ? [] : [{ row, record: recordOf(line, row) }];
  };
  for await (const piece of text.decode()) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > limits.recordLength) throw new SourceFault('RECORD_TOO_LONG', { row: row + 1 }, { limit: limits.recordLength });
    yield lines.flatMap(read);
  }
  yield read(rest);
}

function recordOf(line: string, row: number): JsonRecord {
  const assembler = new RecordAssembler('line');
  const found: JsonRecord[] = [];
  try {
    for (const token of tokensOf(jsonParser(PACKED), `${line}\n`, row)) {
      const record = assembler.take(token);
      if (record) found.push(record);
    }
  } catch (error) {
    if (error instanceof SourceFault) return broken();
    throw error;
  }
  const [record] = found;
  return record && found.length === 1 && assembler.isComplete ? record : broken();
}

const broken = (): JsonRecord => ({ keys: [], values: [], kinds: [], faults: [{ code: 'JSON_INVALID', key: null }] });

function tokensOf(parse: ReturnType<typeof jsonParser>, text: string, row: number): readonly Token[] {
  try {
    const tokens = parse(text);
    return typeof tokens === 'object' && 'values' in tokens ? tokens.values : [];
  } catch (error) {
    throw new SourceFault('JSON_INVALID', { row }, { found: 'in or after this object' }, error);
  }
}
