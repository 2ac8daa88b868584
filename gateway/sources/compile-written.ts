import { Kind, type FieldNode, type OperationDefinitionNode, type SelectionSetNode, type TypeNode } from 'graphql';
import { isPlainKey } from '../../http/answers/own-keys.ts';
import { plainTypeOfScalar } from '../../http/answers/plain-types.ts';
import { responseKey } from '../../http/answers/response-key.ts';
import type { WrittenFields } from '../execute/ask.ts';
import type { CompiledField, CompiledFields, CompiledType } from '../execute/complete-data.ts';
import { isLeafOf, type Expectation } from './compile-check.ts';
import { ELSEWHERE, endOfLeaf, endOfNumber, endOfText, endOfWord, leafAt } from './json-tokens.ts';

/** Reads a whole body of valid UTF-8: the values at its root, or null when it has to be understood first. */
export type ReadWritten = (body: Buffer) => WrittenFields | null;

/** Reads one value: the place behind it, or ELSEWHERE. */
type Read = (json: Buffer, at: number) => number;

/** Such a selection, type or key may come in more than one form: its answers are always understood. */
class Unclear extends Error {}

const HEAD = Buffer.from('{"data":{');
const TAIL = Buffer.from('}}');
const NULL = Buffer.from('null');
const NEWLINE = 10;
const COMMA = 44;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;
const SMALL_N = 110;
const CLOSING_BRACE = 125;

/**
 * Compiles how answers of a sub-query are read that can be sent on as they came: byte for byte what understanding, checking, completing and writing them would
 * give. Any other answer is left to those, so being strict here costs time and never an answer.
 * Shape   operation, what the subgraph's answers are held against, the completion of the whole answer -> reader, or null where no answer can be read so
 * Source  ECMA-262, 25.5.2 JSON.stringify
 */
export function compileWritten(operation: OperationDefinitionNode, expected: Expectation, whole: CompiledFields): ReadWritten | null {
  try {
    const compiler = new Compiler(expected);
    const rootType = expected.types.rootType(operation.operation);
    const fields = fieldsOf(operation.selectionSet, rootType).map((field, index) => {
      const key = responseKey(field);
      const wanted = whole.fields.find((one) => one.key === key);
      if (wanted?.source !== 'data') throw new Unclear();
      return { key, head: headOf(key, index), read: compiler.field(field, rootType, wanted) };
    });
    return (body) => readRoot(fields, body);
  } catch (error) {
    if (error instanceof Unclear) return null;
    throw error;
  }
}

function readRoot(
  fields: readonly { readonly key: string; readonly head: Buffer; readonly read: Read }[],
  body: Buffer,
): WrittenFields | null {
  let at = endOfWord(body, 0, HEAD);
  if (at === ELSEWHERE) return null;
  // The first head begins with the brace of the data.
  at -= 1;
  const values = new Map<string, string>();
  for (const { key, head, read } of fields) {
    const begin = endOfWord(body, at, head);
    at = begin === ELSEWHERE ? ELSEWHERE : read(body, begin);
    if (at === ELSEWHERE) return null;
    values.set(key, body.toString('utf8', begin, at));
  }
  const end = endOfWord(body, at, TAIL);
  return end === body.length || (end === body.length - 1 && body[end] === NEWLINE) ? values : null;
}

class Compiler {
  constructor(private readonly expected: Expectation) {}

  field(field: FieldNode, typeName: string, wanted: CompiledField): Read {
    const { types, member } = this.expected;
    const name = field.name.value;
    if (name === '__typename') {
      if (wanted.source !== 'typeName' || types.kindOf(typeName) !== 'object') throw new Unclear();
      return exactly(`"${typeName}"`);
    }
    const type = types.fieldType(typeName, name);
    if (type === null || wanted.source !== 'data') throw new Unclear();
    if (name === 'code' && member !== null && typeName === member.doorType) return exactly(`"${member.country}"`);
    return this.#value(type, field, wanted.type);
  }

  #value(type: TypeNode, field: FieldNode, wanted: CompiledType): Read {
    const isNonNull = type.kind === Kind.NON_NULL_TYPE;
    const read = this.#present(isNonNull ? type.type : type, field, wanted);
    if (isNonNull || wanted.isNonNull) return read;
    return (json, at) => (json[at] === SMALL_N ? endOfWord(json, at, NULL) : read(json, at));
  }

  #present(type: TypeNode, field: FieldNode, wanted: CompiledType): Read {
    if (type.kind === Kind.LIST_TYPE) {
      if (wanted.kind !== 'list') throw new Unclear();
      return listOf(this.#value(type.type, field, wanted.item));
    }
    if (type.kind !== Kind.NAMED_TYPE) throw new Unclear();
    const name = type.name.value;
    const kind = this.expected.types.kindOf(name);
    if (wanted.kind === 'object' && kind === 'object' && field.selectionSet !== undefined)
      return this.#object(field.selectionSet, name, wanted.fields());
    if (wanted.kind !== 'leaf' || (kind !== 'scalar' && kind !== 'enum')) throw new Unclear();
    const { complete, plainType } = wanted;
    if (plainType !== plainTypeOfScalar(name)) throw new Unclear();
    if (plainType === 'string') return endOfText;
    if (plainType === 'number') return endOfNumber;
    if (kind === 'enum') {
      const names = [...this.expected.types.enumValues(name)].filter((one) => complete(one) === one);
      return oneOf(names.map((one) => Buffer.from(`"${one}"`)));
    }
    const isLeaf = isLeafOf(name, kind, this.expected);
    return (json, at) => {
      const end = endOfLeaf(json, at);
      if (end === ELSEWHERE) return ELSEWHERE;
      const value = leafAt(json, at, end);
      return isLeaf(value) && complete(value) === value ? end : ELSEWHERE;
    };
  }

  #object(selectionSet: SelectionSetNode, typeName: string, { typeName: wantedName, fields: wanted }: CompiledFields): Read {
    const fields = fieldsOf(selectionSet, typeName);
    if (wantedName !== typeName || fields.length !== wanted.length || fields.length === 0) throw new Unclear();
    const parts = fields.map((field, index) => {
      const key = responseKey(field);
      const same = wanted[index];
      if (same?.key !== key) throw new Unclear();
      return { head: headOf(key, index), read: this.field(field, typeName, same) };
    });
    return (json, begin) => {
      let at = begin;
      for (let index = 0; index < parts.length; index += 1) {
        const { head, read } = parts[index] as { head: Buffer; read: Read };
        const value = endOfWord(json, at, head);
        if (value === ELSEWHERE) return ELSEWHERE;
        at = read(json, value);
        if (at === ELSEWHERE) return ELSEWHERE;
      }
      return json[at] === CLOSING_BRACE ? at + 1 : ELSEWHERE;
    };
  }
}

function listOf(item: Read): Read {
  return (json, begin) => {
    if (json[begin] !== OPENING_BRACKET) return ELSEWHERE;
    if (json[begin + 1] === CLOSING_BRACKET) return begin + 2;
    let at = begin;
    do {
      at = item(json, at + 1);
      if (at === ELSEWHERE) return ELSEWHERE;
    } while (json[at] === COMMA);
    return json[at] === CLOSING_BRACKET ? at + 1 : ELSEWHERE;
  };
}

function oneOf(words: readonly Buffer[]): Read {
  return (json, at) => {
    for (let index = 0; index < words.length; index += 1) {
      const end = endOfWord(json, at, words[index] as Buffer);
      if (end !== ELSEWHERE) return end;
    }
    return ELSEWHERE;
  };
}

function exactly(value: string): Read {
  const word = Buffer.from(value);
  return (json, at) => endOfWord(json, at, word);
}

/** The fields of a selection of one object type, each once. */
function fieldsOf({ selections }: SelectionSetNode, typeName: string): FieldNode[] {
  const fields = selections.flatMap((selection): FieldNode[] => {
    if ((selection.directives ?? []).length > 0) throw new Unclear();
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind !== Kind.INLINE_FRAGMENT || (selection.typeCondition?.name.value ?? typeName) !== typeName) throw new Unclear();
    return fieldsOf(selection.selectionSet, typeName);
  });
  const keys = fields.map(responseKey);
  if (new Set(keys).size < keys.length || !keys.every(isPlainKey)) throw new Unclear();
  return fields;
}

/** What stands before a value: at the root the brace is that of the data. */
function headOf(key: string, index: number): Buffer {
  return Buffer.from(`${index === 0 ? '{' : ','}"${key}":`);
}
