import type { Token } from 'stream-json/core/parser.js';
import type { SourceFaultCode } from '../source-faults.ts';

/** One object of a file, flat: its names and values in order, and what is wrong with it. */
export interface JsonRecord {
  readonly keys: string[];
  readonly values: (string | null)[];
  readonly kinds: string[];
  readonly faults: { readonly code: SourceFaultCode; readonly key: string | null }[];
}

/** Between the texts of a list in one cell, as everywhere in this project's files. */
const BETWEEN = '|';

/**
 * Makes records of the tokens of a JSON parser: the objects of the array that holds them, or the one object of a line.
 * Shape   tokens -> records; numbers keep their digits
 */
export class RecordAssembler {
  readonly #recordsAt: string | undefined;
  #depth = 0;
  /** Depth of the array whose objects are the records; -1 until it is found, 0 where the records are not in an array. */
  #arrayDepth: number;
  #isOver = false;
  /** An array that will hold the records if its first element is an object. */
  #mayBegin = false;
  #key = '';
  #record: JsonRecord | null = null;
  #list: string[] | null = null;
  #isNested = false;
  /** Inside a record that is no object: what it holds has no names. */
  #isNameless = false;

  constructor(kind: 'array' | 'line', recordsAt?: string) {
    this.#recordsAt = recordsAt;
    this.#arrayDepth = kind === 'line' ? 0 : -1;
  }

  /** Whether the array of records was met. */
  get isFound(): boolean {
    return this.#arrayDepth >= 0;
  }

  /** Whether all brackets are closed. */
  get isComplete(): boolean {
    return this.#depth === 0;
  }

  /** Takes one token; gives the record it ends, if it does. */
  take(token: Token): JsonRecord | null {
    if (token.name === 'keyValue') {
      this.#takeKey(token.value);
      return null;
    }
    if (this.#mayBegin) this.#decide(token);
    if (token.name === 'startObject' || token.name === 'startArray') return this.#open(token.name);
    if (token.name === 'endObject' || token.name === 'endArray') return this.#close();
    return this.#takeScalar(token);
  }

  get #recordDepth(): number {
    return this.#arrayDepth + 1;
  }

  #takeKey(key: string): void {
    if (this.#record === null || this.#depth === this.#recordDepth) this.#key = key;
  }

  #decide(token: Token): void {
    this.#mayBegin = false;
    if (token.name === 'startObject') this.#arrayDepth = this.#depth;
  }

  #open(name: 'startObject' | 'startArray'): JsonRecord | null {
    this.#depth += 1;
    if (this.#isOver) return null;
    if (!this.isFound) {
      if (name === 'startArray') this.#meetArray();
      return null;
    }
    if (this.#isNameless) return null;
    if (this.#record !== null) {
      if (name === 'startArray' && this.#depth === this.#recordDepth + 1) this.#list = [];
      else this.#isNested = true;
    } else if (this.#depth === this.#recordDepth) {
      this.#record = { keys: [], values: [], kinds: [], faults: [] };
      this.#isNameless = name === 'startArray';
      if (this.#isNameless) this.#record.faults.push({ code: 'JSON_NOT_AN_OBJECT', key: null });
    }
    return null;
  }

  #meetArray(): void {
    const isNamed = this.#recordsAt !== undefined && this.#depth > 1 && this.#key === this.#recordsAt;
    if (isNamed || (this.#depth === 1 && this.#recordsAt === undefined)) this.#arrayDepth = this.#depth;
    else if (this.#recordsAt === undefined) this.#mayBegin = true;
  }

  #close(): JsonRecord | null {
    this.#depth -= 1;
    if (this.#isOver || !this.isFound) return null;
    if (this.#record === null) {
      this.#isOver = this.#depth < this.#arrayDepth;
      return null;
    }
    if (this.#depth !== this.#arrayDepth) {
      if (this.#depth === this.#recordDepth && !this.#isNameless) this.#closeValue();
      return null;
    }
    this.#isNameless = false;
    const record = this.#record;
    this.#record = null;
    return record;
  }

  #closeValue(): void {
    const list = this.#list ?? [];
    const isFlat = !this.#isNested && list.every((item) => !item.includes(BETWEEN));
    if (isFlat) this.#add(list.length === 0 ? null : list.join(BETWEEN), list.length === 0 ? '_' : 's');
    else this.#refuse('JSON_NESTED');
    this.#list = null;
    this.#isNested = false;
  }

  #takeScalar(token: Token): JsonRecord | null {
    if (this.#isOver || !this.isFound) return null;
    const text = 'value' in token && token.value !== null ? String(token.value) : null;
    if (this.#record === null) {
      return { keys: [], values: [], kinds: [], faults: [{ code: 'JSON_NOT_AN_OBJECT', key: null }] };
    }
    if (this.#isNested || this.#isNameless) return null;
    if (this.#list) {
      if (text !== null) this.#list.push(text);
    } else this.#add(text, kindOf(token));
    return null;
  }

  #add(value: string | null, kind: string): void {
    if (this.#record?.keys.includes(this.#key)) return this.#refuse('JSON_KEY_REPEATED');
    this.#record?.keys.push(this.#key);
    this.#record?.values.push(value);
    this.#record?.kinds.push(kind);
  }

  #refuse(code: SourceFaultCode): void {
    this.#record?.faults.push({ code, key: this.#key });
  }
}

function kindOf({ name }: Token): string {
  if (name === 'nullValue') return '_';
  if (name === 'numberValue') return 'n';
  return name === 'stringValue' ? 's' : 'b';
}
