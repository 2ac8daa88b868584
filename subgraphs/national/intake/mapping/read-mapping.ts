import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { fieldNames, findImportKind, importKinds, requiredFields } from '../kinds/import-kinds.ts';
import type { CodeList, ColumnMapping, Mapping } from './mapping.ts';
import { type MappingFault, MappingInvalid } from './mapping-fault.ts';
import schema from './mapping.schema.json' with { type: 'json' };

interface ColumnText extends Omit<ColumnMapping, 'header' | 'codes'> {
  readonly codes?: string | CodeList;
}

interface MappingText extends Omit<Partial<Mapping>, 'columns' | 'constants'> {
  readonly version: number;
  readonly kind: string;
  readonly columns: Readonly<Record<string, string | ColumnText>>;
  readonly codes?: Readonly<Record<string, CodeList>>;
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
}

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<MappingText>(schema);

/**
 * Reads the text of a mapping file.
 * Shape   name of the file, its text -> mapping
 * Errors  MappingInvalid with every fault and its line
 * Source  mapping.schema.json; docs/host-a-network.md, "Mapping files"
 */
export function readMapping(name: string, text: string): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors.map(({ pos: [start], message }) => ({
    line: lines.linePos(start).line,
    at: '',
    hint: (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
  }));
  if (broken.length > 0) throw new MappingInvalid(name, broken);
  const value = valueOf(name, document);
  const lineOf = (path: readonly string[]): number => lines.linePos(startOf(document, path)).line;
  if (!validate(value))
    throw new MappingInvalid(
      name,
      (validate.errors ?? []).filter(isTelling).map((error) => faultOf(error, lineOf)),
    );
  const faults = findWrongNames(value, lineOf);
  if (faults.length > 0) throw new MappingInvalid(name, faults);
  return mappingOf(name, value);
}

/** Errors: MappingInvalid, where aliases point nowhere or make too much of little. */
function valueOf(name: string, document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new MappingInvalid(name, [{ line: 1, at: '', hint: error instanceof Error ? error.message : 'its aliases cannot be read' }]);
  }
}

function mappingOf(name: string, text: MappingText): Mapping {
  const { version, kind, source = 'main', timeZone = 'UTC', format = {}, empty = [], key = [], constants = {}, codes = {} } = text;
  const family = findImportKind(kind)?.family;
  return {
    name,
    version,
    kind,
    source,
    mode: text.mode ?? (family === 'record' ? 'full' : 'incremental'),
    timeZone,
    format,
    empty,
    key,
    columns: Object.entries(text.columns).map(([header, column]) => columnOf(header, column, codes)),
    constants: Object.fromEntries(Object.entries(constants).map(([field, constant]) => [field, String(constant)])),
  };
}

function columnOf(header: string, column: string | ColumnText, lists: Readonly<Record<string, CodeList>>): ColumnMapping {
  if (typeof column === 'string') return { header, field: column };
  const { codes, ...rest } = column;
  const list = typeof codes === 'string' ? lists[codes] : codes;
  return { header, ...rest, ...(list === undefined ? {} : { codes: list }) };
}

/** What the schema cannot know: kinds, their fields, the lists that columns name, and time zones. */
function findWrongNames(text: MappingText, lineOf: (path: readonly string[]) => number): MappingFault[] {
  const kind = findImportKind(text.kind);
  const fault = (path: readonly string[], hint: string): MappingFault => ({ line: lineOf(path), at: path.join('/'), hint });
  if (kind === undefined) return [fault(['kind'], `${text.kind} is no kind; accepted: ${importKinds.map(({ name }) => name).join(', ')}`)];
  const fields = fieldNames(kind);
  const faults: MappingFault[] = [];
  const filled = new Set<string>();
  const fill = (path: readonly string[], field: string): void => {
    if (!fields.includes(field)) faults.push(fault(path, `${field} is no field of ${kind.name}; accepted: ${fields.join(', ')}`));
    else if (filled.has(field)) faults.push(fault(path, `${field} is filled already; a field has one column`));
    filled.add(field);
  };
  for (const [header, column] of Object.entries(text.columns)) {
    fill(['columns', header], typeof column === 'string' ? column : column.field);
    const list = typeof column === 'string' ? undefined : column.codes;
    if (typeof list === 'string' && text.codes?.[list] === undefined) {
      const known = Object.keys(text.codes ?? {}).join(', ') || 'none is there';
      faults.push(fault(['columns', header, 'codes'], `${list} is no list of codes; accepted: ${known}`));
    }
  }
  for (const field of Object.keys(text.constants ?? {})) fill(['constants', field], field);
  const keyed = text.key ?? [];
  for (const field of keyed) {
    if (!filled.has(field)) faults.push(fault(['key'], `${field} is part of the key but has no column`));
  }
  const required = requiredFields(kind);
  // Where a name is wrong, the field that it was meant for is missing: told once.
  const isMisnamed = [...filled].some((field) => !fields.includes(field));
  for (const field of isMisnamed ? [] : required) {
    if (filled.has(field) || (field === 'sourceKey' && keyed.length > 0)) continue;
    faults.push(fault(['columns'], `${field} must be filled${field === 'sourceKey' ? ', or made of fields with key: [...]' : ''}`));
  }
  if (text.timeZone !== undefined && !Intl.supportedValuesOf('timeZone').concat('UTC').includes(text.timeZone)) {
    faults.push(fault(['timeZone'], `${text.timeZone} is no time zone; write one such as Asia/Almaty`));
  }
  return faults;
}

/** Where the value of a path begins; the nearest place above it when it is not there. */
function startOf(document: Document, path: readonly string[]): number {
  let node: unknown = document.contents;
  let start = document.contents?.range?.[0] ?? 0;
  for (const name of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === name) : undefined;
    if (pair === undefined) break;
    start = (pair.key as Node).range?.[0] ?? start;
    node = pair.value;
  }
  return start;
}

const pathOf = ({ instancePath }: ErrorObject): string[] =>
  instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A choice between forms is told by what is wrong in the form that was meant, not once more for each. */
const isTelling = ({ keyword, schemaPath }: ErrorObject): boolean => keyword !== 'anyOf' && !schemaPath.endsWith('/anyOf/0/type');

function faultOf(error: ErrorObject, lineOf: (path: readonly string[]) => number): MappingFault {
  const { keyword, params, message = '' } = error;
  const unknown = keyword === 'additionalProperties' ? [String(params['additionalProperty'])] : [];
  const path = [...pathOf(error), ...unknown];
  const accepted = keyword === 'enum' ? `: ${(params['allowedValues'] as unknown[]).join(', ')}` : '';
  const hint = unknown.length > 0 ? `${unknown[0]} is not known here` : `${message}${accepted}`;
  return { line: lineOf(path), at: path.join('/'), hint };
}
