import type { RecordKind } from '../../intake/kinds/import-kind.ts';
import type { Mapping } from '../../intake/mapping/mapping.ts';
import type { SynthProfile } from '../synth-profile.ts';
import type { SynthRow } from '../synth-world.ts';
import { apostropheTyper } from './apostrophe-typer.ts';
import { cellWriterOf, decimalOf } from './cell-writer.ts';

/** What stands between the words of two header rows in the name of a column, as intake joins them. */
const HEADER_LEVELS = ' / ';

/** Turns rows into lines of a file of one kind, and knows the lines around them. */
export interface RowWriter {
  /** The lines above the rows: title and header. */
  readonly head: string;
  line(this: void, row: SynthRow): string;
  /** The lines below the rows. */
  foot(this: void): string;
}

/**
 * The lines of a file in the shape that the mapping reads.
 * Shape   kind, its mapping, shape of the network's files, names of regions by id -> writer
 */
export function rowWriterOf(
  kind: RecordKind,
  mapping: Mapping,
  profile: SynthProfile,
  regionNames: ReadonlyMap<string, string>,
): RowWriter {
  const { separator } = { ...profile, ...profile.kinds?.[kind.name] };
  const end = profile.newline === 'crlf' ? '\r\n' : '\n';
  const quoted = quoter(separator);
  const typed = apostropheTyper(profile.apostrophes);
  const remark = profile.remark === undefined ? '' : separator + quoted(typed(profile.remark.text));
  const columns = mapping.columns.flatMap((column) => {
    const field = kind.fields.find(({ name }) => name === column.field);
    return field === undefined
      ? []
      : [{ column, field: field.name, type: field.type, write: cellWriterOf(field, column, profile, regionNames) }];
  });
  const headers = [...columns.map(({ column }) => column.header), ...(profile.remark === undefined ? [] : [profile.remark.header])];
  const summed = columns.find(({ type }) => type === 'minutes');
  let [rows, sum] = [0, 0];
  const rowOf = (cells: readonly string[]): string => headers.map((_, index) => quoted(typed(cells[index] ?? ''))).join(separator) + end;
  return {
    head: [...(profile.titleRow === false ? [] : [rowOf([profile.title])]), ...headerRows(headers).map(rowOf)].join(''),
    line(row) {
      let line = '';
      for (const { field, write } of columns) {
        const value = row[field];
        const cell = value === null || value === undefined ? '' : quoted(write(value));
        line += line === '' ? cell : separator + cell;
      }
      rows += 1;
      if (summed !== undefined) sum += (row[summed.field] as number | null) ?? 0;
      return line + remark + end;
    },
    foot() {
      if (profile.total === undefined) return '';
      const cells = headers.map((_, index) => (index === 0 ? `${profile.total}: ${rows}` : ''));
      if (summed !== undefined) cells[columns.indexOf(summed)] = decimalOf(summed.column.unit === 'hours' ? sum / 60 : sum, summed.column);
      return rowOf(cells);
    },
  };
}

/** One row of headers, or two where columns are in groups: the word of a group stands over its first column only, as merged cells are exported. */
function headerRows(headers: readonly string[]): string[][] {
  const parts = headers.map((header) => header.split(HEADER_LEVELS));
  if (parts.every(({ length }) => length === 1)) return [[...headers]];
  const groups = parts.map(([word = ''], index) => (parts[index]?.length === 2 && parts[index - 1]?.[0] === word ? '' : word));
  return [groups, parts.map(([, word = '']) => word)];
}

function quoter(separator: string): (cell: string) => string {
  const special = new RegExp(`["\r\n${separator === '\t' ? '\t' : `\\${separator}`}]`);
  return (cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
}
