import type { RawRow } from '../raw-row.ts';
import { SourceFault } from '../source-fault.ts';
import { RecordSplitter } from './split-records.ts';

/** In the order in which they are preferred where two fit equally well. */
export const separators = [';', '\t', '|', ','] as const;

export const separatorNames = [';', ',', 'tab', '|'] as const;

/** A line by which an exporting program names its separator. */
const DECLARED = /^"?sep=(.)"?\r?(?:\n|\r|$)/;
const LOOKED_AT = 100;
const HOLDS_NO_LETTER = /^[^\p{L}]*$/u;

export interface FoundSeparator {
  readonly separator: string;
  /** Characters of the line that names it, to be skipped; 0 when there is none. */
  readonly skipped: number;
}

/**
 * The separator of a text: as named, as its first line says, or the one that gives most lines the same number of cells.
 * Shape   the beginning of a text, whether it is all of it -> separator; of a table of one column, `;`
 * Errors  SEPARATOR_UNKNOWN when the text names one that is not read, OPTION_INVALID when the owner does
 */
export function findSeparator(sample: string, isWhole: boolean, named: string | undefined): FoundSeparator {
  const declared = DECLARED.exec(sample);
  const skipped = declared?.[0].length ?? 0;
  if (named !== undefined) return { separator: namedSeparator(named), skipped };
  if (declared) {
    const separator = declared[1] ?? '';
    if (!isSeparator(separator)) throw new SourceFault('SEPARATOR_UNKNOWN', { row: 1 }, { accepted: separatorNames });
    return { separator, skipped };
  }
  const scores = separators.map((separator) => ({ separator, score: scoreOf(recordsOf(sample, isWhole, separator)) }));
  const best = scores.reduce((first, second) => (second.score > first.score ? second : first));
  return { separator: best.separator, skipped: 0 };
}

const isSeparator = (text: string): boolean => separators.some((separator) => separator === text);

function namedSeparator(named: string): string {
  const separator = named === 'tab' || named === '\\t' ? '\t' : named;
  if (isSeparator(separator)) return separator;
  throw new SourceFault('OPTION_INVALID', {}, { found: `separator ${named}`, accepted: separatorNames });
}

function recordsOf(sample: string, isWhole: boolean, separator: string): RawRow[] {
  try {
    const splitter = new RecordSplitter({ separator, recordLength: Number.POSITIVE_INFINITY }, 1);
    return splitter.take(sample, isWhole).slice(0, LOOKED_AT);
  } catch (error) {
    if (error instanceof SourceFault) return [];
    throw error;
  }
}

/** The share of lines that have the usual number of cells; none when it is one, or when only numbers are cut apart: a decimal comma. */
function scoreOf(records: readonly RawRow[]): number {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell !== null && cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { cells } of filled) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, frequency] = [...counts].reduce((best, entry) => (entry[1] >= best[1] ? entry : best), [0, 0]);
  if (width < 2) return 0;
  const first = filled.find(({ cells }) => cells.length === width);
  const names = first?.cells.filter((cell) => !HOLDS_NO_LETTER.test(cell ?? '')).length ?? 0;
  return names === 0 ? 0 : frequency / filled.length;
}
