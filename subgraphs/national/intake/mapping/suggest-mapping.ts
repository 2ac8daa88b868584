import { stringify } from 'yaml';
import { searchText } from '../../../contract/text/search-text.ts';
import { findImportKind, fieldNames, importKinds, requiredFields } from '../kinds/import-kinds.ts';
import type { ImportKind } from '../kinds/import-kind.ts';
import type { SourceTable } from '../reading/source-table.ts';
import { headerWords } from './header-words.ts';

/** A draft of a mapping, to be read and finished by a person. */
export interface MappingDraft {
  readonly kind: string;
  /** Text of the mapping file. */
  readonly text: string;
  /** Headers that nothing was found for. */
  readonly unknown: readonly string[];
  /** Fields that the kind needs and no header tells of. */
  readonly missing: readonly string[];
}

/**
 * Drafts a mapping from the headers of a file and its first cells.
 * Shape   open file, its first rows, kind (undefined: the one that fits best) -> draft
 */
export function suggestMapping(
  table: Pick<SourceTable, 'headers' | 'encoding' | 'separator' | 'format' | 'sheet'>,
  cells: readonly (readonly (string | null)[])[],
  kindName?: string,
): MappingDraft {
  const kind = (kindName === undefined ? undefined : findImportKind(kindName)) ?? bestKind(table.headers);
  const fields = fieldsOf(table.headers, kind);
  const filled = new Set(fields.values());
  const columns = Object.fromEntries(
    [...fields].map(([header, field]) => [header, columnOf(kind, field, valuesOf(table.headers.indexOf(header), cells), header)]),
  );
  const unknown = table.headers.filter((header) => !fields.has(header));
  const needed = requiredFields(kind);
  const missing = needed.filter((field) => !filled.has(field));
  const { encoding, separator, sheet } = table;
  const format = Object.fromEntries(Object.entries({ encoding, separator, sheet }).filter(([, value]) => value !== null));
  const draft = { version: 1, kind: kind.name, source: 'main', ...(Object.keys(format).length === 0 ? {} : { format }), columns };
  const notes = [
    `# A draft, made from the headers: read every line before you use it.`,
    ...missing.map(
      (field) => `# Needed, and no header tells of it: ${field}. Name its column, a constant, or (sourceKey) a key of fields.`,
    ),
    ...unknown.map((header) => `# Left out: ${JSON.stringify(header)}`),
  ];
  return { kind: kind.name, text: `${notes.join('\n')}\n${stringify(draft, { lineWidth: 0 })}`, unknown, missing };
}

/** The kind whose fields the headers tell of best: needed ones count twice, and each that is missing against it. */
function bestKind(headers: readonly string[]): ImportKind {
  const scored = importKinds.map((kind) => {
    const filled = new Set(fieldsOf(headers, kind).values());
    const needed = kind.family === 'record' ? requiredFields(kind) : kind.needed;
    const found = needed.filter((field) => filled.has(field)).length;
    return { kind, score: filled.size + found - (needed.length - found) };
  });
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  if (best === undefined) throw new TypeError('there are no kinds');
  return best.kind;
}

/** Header by header, the field it tells of; a field goes to the header that tells it best. */
function fieldsOf(headers: readonly string[], kind: ImportKind): Map<string, string> {
  const pairs = headers.flatMap((header) =>
    fieldNames(kind).map((field) => ({ header, field, weight: weightOf(searchText(header), field) })),
  );
  const fields = new Map<string, string>();
  const taken = new Set<string>();
  for (const { header, field, weight } of pairs.toSorted((a, b) => b.weight - a.weight)) {
    if (weight === 0 || fields.has(header) || taken.has(field)) continue;
    fields.set(header, field);
    taken.add(field);
  }
  return new Map(headers.flatMap((header) => (fields.has(header) ? [[header, fields.get(header) ?? ''] as const] : [])));
}

const EXACT = 1_000;

/** How well a header tells of a field: the length of the longest word of it that the header has; a header that is the word goes before all. */
function weightOf(header: string, field: string): number {
  const words = [field, ...(headerWords[field] ?? [])].map(searchText);
  if (words.includes(header)) return EXACT + header.length;
  const found = words.filter(
    (word) => word.length > 2 && new RegExp(`(^|[^\\p{L}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(header),
  );
  return Math.max(0, ...found.map(({ length }) => length));
}

const HOURS = /час|сағат|soat|hour/iu;
const ISO_OR_DOTTED = /^\d{4}-\d{2}-\d{2}|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
const SERIAL = /^\d{5}$/;

const valuesOf = (index: number, cells: readonly (readonly (string | null)[])[]): string[] =>
  cells.map((row) => row[index] ?? null).filter((cell) => cell !== null);

function columnOf(kind: ImportKind, field: string, cells: readonly string[], header: string): string | Record<string, unknown> {
  const type = kind.family === 'record' ? kind.fields.find(({ name }) => name === field)?.type : undefined;
  if (type === 'minutes' && HOURS.test(header)) return { field, unit: 'hours' };
  if (type === 'day' && cells.some((cell) => SERIAL.test(cell)) && !cells.some((cell) => ISO_OR_DOTTED.test(cell)))
    return { field, date: ['excel-1900'] };
  return field;
}
