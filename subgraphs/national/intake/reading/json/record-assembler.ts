import type { Token } from 'stream-json/core/parser.js';
import type { SourceFaultCode } from '../source-faults.ts';

/** One object of a file, flat: its names and values in order, and what is wrong with it. */
export interface JsonRecord {
  readonly keys: string[];
  readonly values: (string | null)[];
  readonly kinds: string[];
  /** `shown`: what stands there, as JSON has it, but not more than fits a cell. */
  readonly faults: { readonly code: SourceFaultCode; readonly key: string | null; readonly shown: string }[];
}

/** Between the texts of a list in one cell, as everywhere in this project's files. */
const BETWEEN = '|';
const LONGEST_SHOWN = 1_000;

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
  /** Text of the list or object that is being read. */
  #shown: string | null = null;
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
    if (this.#shown !== null && this.#shown.length <= LONGEST_SHOWN) this.#shown += written(token, this.#shown);
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
      this.#shown ??= name === 'startArray' ? '[' : '{';
      if (name === 'startArray' && this.#depth === this.#recordDepth + 1) this.#list = [];
      else this.#isNested = true;
    } else if (this.#depth === this.#recordDepth) {
      this.#record = { keys: [], values: [], kinds: [], faults: [] };
      this.#isNameless = name === 'startArray';
      if (this.#isNameless) this.#record.faults.push({ code: 'JSON_NOT_AN_OBJECT', key: null, shown: '' });
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
    else this.#refuse('JSON_NESTED', this.#shown ?? '');
    this.#shown = null;
    this.#list = null;
    this.#isNested = false;
  }

  #takeScalar(token: Token): JsonRecord | null {
    if (this.#isOver || !this.isFound) return null;
    const text = 'value' in token && token.value !== null ? String(token.value) : null;
    if (this.#record === null) {
      return { keys: [], values: [], kinds: [], faults: [{ code: 'JSON_NOT_AN_OBJECT', key: null, shown: text ?? '' }] };
    }
    if (this.#isNested || this.#isNameless) return null;
    if (this.#list) {
      if (text !== null) this.#list.push(text);
    } else this.#add(text, kindOf(token));
    return null;
  }

  #add(value: string | null, kind: string): void {
    const earlier = this.#record?.keys.indexOf(this.#key) ?? -1;
    if (earlier >= 0) return this.#refuse('JSON_KEY_REPEATED', `${this.#record?.values[earlier] ?? ''} | ${value ?? ''}`);
    this.#record?.keys.push(this.#key);
    this.#record?.values.push(value);
    this.#record?.kinds.push(kind);
  }

  #refuse(code: SourceFaultCode, shown: string): void {
    this.#record?.faults.push({ code, key: this.#key, shown: shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown });
  }
}

function kindOf({ name }: Token): string {
  if (name === 'nullValue') return '_';
  if (name === 'numberValue') return 'n';
  return name === 'stringValue' ? 's' : 'b';
}

const BRACKETS: Readonly<Record<string, string>> = { startObject: '{', endObject: '}', startArray: '[', endArray: ']' };

/** A token as it stands in JSON, with the comma before it where there is one. */
function written(token: Token, before: string): string {
  const isEnd = token.name === 'endObject' || token.name === 'endArray';
  const comma = isEnd || /[{[:]$/.test(before) ? '' : ',';
  const value = 'value' in token ? token.value : null;
  if (token.name === 'keyValue') return `${comma}${JSON.stringify(value)}:`;
  return comma + (BRACKETS[token.name] ?? (token.name === 'stringValue' ? JSON.stringify(value) : String(value)));
}
